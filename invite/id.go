package invite

// ID identifies a record. It is the canonical lowercase text of a UUID
// (RFC 9562, version 7, so that ids sort by the time they were made).
type ID string
