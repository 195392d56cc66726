package graph

import "usher/invite"

// Stubs, so that everything compiles while their implementations are written.
var errPending = invite.Errorf(invite.Internal, "", "Not there yet.")
