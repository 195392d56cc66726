package inbox

import (
	"io"
	"log/slog"
	"strings"
	"time"

	"github.com/emersion/go-smtp"
)

// newMailServer returns an SMTP server that keeps what it accepts.
func newMailServer(kept *store, now func() time.Time, log *slog.Logger) *smtp.Server {
	server := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		return &mailSession{conn: c, store: kept, now: now}, nil
	}))
	server.Domain = "inbox.localhost"
	server.MaxMessageBytes = 10 << 20
	server.MaxRecipients = 100
	server.EnableSMTPUTF8 = true
	// Longer than any client of ours waits, so that "hang" outlasts it.
	server.ReadTimeout = time.Minute
	server.WriteTimeout = time.Minute
	server.ErrorLog = slog.NewLogLogger(log.Handler(), slog.LevelDebug)
	return server
}

type mailSession struct {
	conn  *smtp.Conn
	store *store
	now   func() time.Time

	to   []string
	hang bool
}

func (s *mailSession) Reset()        { s.to, s.hang = nil, false }
func (s *mailSession) Logout() error { return nil }

func (s *mailSession) Mail(string, *smtp.MailOptions) error { return nil }

// Rcpt answers as the magic local parts ask.
func (s *mailSession) Rcpt(to string, _ *smtp.RcptOptions) error {
	local := strings.ToLower(to)
	switch {
	case strings.HasPrefix(local, "bounce+"):
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "No such mailbox"}
	case strings.HasPrefix(local, "busy+"):
		return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 2}, Message: "Busy, try again later"}
	case strings.HasPrefix(local, "hang+"):
		s.hang = true
	}
	s.to = append(s.to, to)
	return nil
}

// Data keeps one message for each recipient.
func (s *mailSession) Data(r io.Reader) error {
	source, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	if s.hang {
		// The client has nothing left to say: this returns when it closes.
		_, _ = s.conn.Conn().Read(make([]byte, 1))
		return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 4, 2}, Message: "Too late"}
	}
	message := parseEmail(string(source))
	message.At = s.now()
	for _, to := range s.to {
		message.To = to
		if err := s.store.add(message); err != nil {
			return &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "Could not be stored"}
		}
	}
	return nil
}
