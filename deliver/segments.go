package deliver

// Segments returns how many parts the provider sends the message in, and bills.
func (s SMS) Segments() int { return segments(s.Body) }
