package invite

// ID identifies a record. It is the canonical lowercase text of a UUID
// (RFC 9562, version 7, so that ids sort by the time they were made).
type ID string

// Unique returns ids without repetitions, in their order; nil for none.
func Unique(ids []ID) []ID {
	seen := make(map[ID]bool, len(ids))
	var out []ID
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
