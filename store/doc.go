// Package store keeps Usher's truth in Postgres. SQL stands as constants above
// the method that runs it; every read and write of a tenant's rows takes a
// Scope, so that forgetting the tenant does not compile.
//
// Locks are taken in one order everywhere: a lane first, then contacts in the
// order of their ids. A contact is the aggregate that its invitations, rounds
// and deliveries belong to: who holds the contact's lock may change them all.
package store
