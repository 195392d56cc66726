// Package inbox stands in, in development mode, for the mail server and the
// text message provider, and shows what they were handed: every message as its
// recipient sees it.
//
// Messages take the real road: an SMTP conversation, and HTTP to a REST API of
// the provider's shape. Both listen on loopback only. What arrives is kept
// across restarts and shown live at /inbox; see [Inbox.Handler] for its JSON
// endpoints, which tests read.
//
// # Misbehaviour on request
//
// Demo data and tests choose an answer by the recipient.
//
//	bounce+anything@...  550 5.1.1 to RCPT: the mailbox does not exist
//	busy+anything@...    451 4.3.2 to RCPT: try again later
//	hang+anything@...    no answer after DATA until the client gives up
//	+15005550001         error 21211: not a valid number
//	+15005550002         error 21612: cannot be reached
//	+15005550003         error 21408: not permitted to that region
//	+15005550004         error 21610: has replied STOP
//	+15005550009         error 21614: not a mobile number
//
// The numbers are Twilio's own test numbers. None of these messages is kept.
package inbox

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/emersion/go-smtp"
)

// Options configures an [Inbox]. Every field is required.
type Options struct {
	Dir string           // folder for the kept messages; made where it is missing
	Now func() time.Time // the time of arrival
	Log *slog.Logger     // never gets a message's content
}

// Inbox is a running mail server, a running text message provider, and what
// arrived at either.
type Inbox struct {
	store *store
	log   *slog.Logger

	mail     net.Listener
	smtp     *smtp.Server
	sms      *http.Server
	smtpAddr string
	smsAddr  string
	sid      string
	token    string

	done   chan struct{} // closed by Close; ends live updates
	served chan error    // one result from each server
}

// New reads the kept messages and starts both servers on free loopback ports.
func New(options Options) (*Inbox, error) {
	kept, err := openStore(options.Dir, maxMessages, options.Log)
	if err != nil {
		return nil, err
	}
	mail, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, errors.Join(fmt.Errorf("inbox: listen for mail: %w", err), kept.close())
	}
	texts, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, errors.Join(fmt.Errorf("inbox: listen for text messages: %w", err), mail.Close(), kept.close())
	}
	in := &Inbox{
		store:    kept,
		log:      options.Log,
		mail:     mail,
		smtp:     newMailServer(kept, options.Now, options.Log),
		smtpAddr: mail.Addr().String(),
		smsAddr:  texts.Addr().String(),
		sid:      "AC" + randomHex(),
		token:    randomHex(),
		done:     make(chan struct{}),
		served:   make(chan error, 2),
	}
	in.sms = &http.Server{
		Handler:           newTextAPI(in.sid, in.token, kept, options.Now, options.Log),
		ReadHeaderTimeout: 10 * time.Second,
	}
	go func() { in.served <- in.smtp.Serve(mail) }()
	go func() { in.served <- in.sms.Serve(texts) }()
	return in, nil
}

// SMTPURL returns the mail server's address as a mail sender's configuration.
func (in *Inbox) SMTPURL() string { return "smtp://" + in.smtpAddr + "?tls=none" }

// SMSBaseURL returns the base address of the text message API.
func (in *Inbox) SMSBaseURL() string { return "http://" + in.smsAddr }

// SMSAccountSID returns the user name that the text message API asks for; it
// differs at each start.
func (in *Inbox) SMSAccountSID() string { return in.sid }

// SMSAuthToken returns the password that the text message API asks for; it
// differs at each start.
func (in *Inbox) SMSAuthToken() string { return in.token }

// Close stops both servers and ends live updates. It does not wait for
// messages that are being handed over: their sender will see a failure.
func (in *Inbox) Close() error {
	close(in.done)
	err := errors.Join(in.smtp.Close(), in.sms.Close())
	// The mail server forgets a listener that it has not begun to serve.
	if closing := in.mail.Close(); !errors.Is(closing, net.ErrClosed) {
		err = errors.Join(err, closing)
	}
	for range cap(in.served) {
		if served := <-in.served; !errors.Is(served, http.ErrServerClosed) && !errors.Is(served, net.ErrClosed) {
			err = errors.Join(err, served)
		}
	}
	return errors.Join(err, in.store.close())
}

// randomHex returns 32 hexadecimal digits.
func randomHex() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails, see crypto/rand
	return hex.EncodeToString(b[:])
}
