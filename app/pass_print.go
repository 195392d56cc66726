package app

import (
	"time"

	"usher/invite"
)

// Print is a sheet of access passes as it goes on paper. It holds credentials:
// it is never stored, and never part of an answer of the API.
type Print struct {
	Organization invite.Organization
	Paper        invite.PaperSize
	PerPage      int // 1, 4 or 8
	Passes       []PrintedPass
}

// PrintedPass is one pass of a sheet.
type PrintedPass struct {
	Reference string // tells it from others; opens nothing
	Code      string // normalized, ungrouped
	Token     string // of the join link
	Location  string // name
	TimeZone  string // IANA name, of the location
	ExpiresAt *time.Time
	For       string // name of the contact that it is bound to; "" where it is bound to none
}
