package deliver

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// EmailSender hands emails to one mail server over SMTP, each on its own
// connection. It is safe for concurrent use.
type EmailSender struct {
	host               string
	port               int
	username, password string
	implicitTLS        bool
	startTLS           gomail.TLSPolicy
	timeout            time.Duration
	roots              *x509.CertPool // nil: the system's
}

// NewEmailSender returns a sender for the server that rawURL names:
//
//	smtp://user:password@host:port?tls=required|opportunistic|none
//	smtps://user:password@host:port
//
// User, password and port may be missing; the port then is 587 or 465 (RFC
// 8314). smtp asks for STARTTLS: by default it must be offered
// (required), opportunistic uses it where it is offered, none never. A password
// needs required or smtps, because the other two may send it readable. Errors
// never repeat the URL, which holds the password.
func NewEmailSender(rawURL string) (*EmailSender, error) {
	u, err := url.Parse(rawURL)
	if err != nil {
		return nil, errors.New("deliver: the mail server's URL cannot be parsed")
	}
	s := &EmailSender{host: u.Hostname(), timeout: SendTimeout}
	s.username = u.User.Username()
	s.password, _ = u.User.Password()
	policy := u.Query().Get("tls")
	switch u.Scheme {
	case "smtps":
		s.implicitTLS, s.port = true, 465
		if policy != "" {
			return nil, errors.New("deliver: smtps takes no tls option")
		}
	case "smtp":
		s.port = 587
		switch policy {
		case "", "required":
			s.startTLS = gomail.TLSMandatory
		case "opportunistic":
			s.startTLS = gomail.TLSOpportunistic
		case "none":
			s.startTLS = gomail.NoTLS
		default:
			return nil, fmt.Errorf("deliver: the mail server's tls option is %q; it may be required, opportunistic or none", policy)
		}
	default:
		return nil, fmt.Errorf("deliver: the mail server's URL begins with %q; it may be smtp or smtps", u.Scheme)
	}
	if s.host == "" {
		return nil, errors.New("deliver: the mail server's URL names no host")
	}
	if port := u.Port(); port != "" {
		if s.port, err = strconv.Atoi(port); err != nil || s.port < 1 || s.port > 65535 {
			return nil, errors.New("deliver: the mail server's port is not between 1 and 65535")
		}
	}
	if s.username != "" && !s.implicitTLS && s.startTLS != gomail.TLSMandatory {
		return nil, errors.New("deliver: the mail server's password needs tls=required or smtps")
	}
	return s, nil
}

// Send makes one attempt, which ends within [SendTimeout]. The error is a
// [*Failure].
//
// What goes wrong before the message is offered (connection, TLS, sign-in) is
// temporary whatever the server answers, because it concerns the server's
// set-up and no single message. A connection that breaks after the message
// went out and before it was acknowledged is temporary too: the server may have
// it, and will know it by its Message-ID when it comes again.
func (s *EmailSender) Send(ctx context.Context, email Email) (Receipt, error) {
	if err := email.check(); err != nil {
		return Receipt{}, permanent("", "The message has an invalid address.")
	}
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel() // closes the connection, see dial

	client, err := gomail.NewClient(s.host, s.options(ctx)...)
	if err != nil {
		return Receipt{}, temporary("", "The settings for the mail server cannot be used.")
	}
	session, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return Receipt{}, setUpFailure(ctx, err)
	}
	message := email.mime()
	err = client.SendWithSMTPClient(session, message)
	if !message.IsDelivered() {
		return Receipt{}, sendFailure(ctx, err)
	}
	// The server has accepted: nothing that happens to the connection from here
	// on may make this a failure, or the message would be sent twice.
	if session.UpdateDeadline(quitTimeout) == nil {
		_ = client.CloseWithSMTPClient(session)
	}
	return Receipt{ProviderID: email.MessageID}, nil
}

// quitTimeout bounds the goodbye after an accepted message.
const quitTimeout = time.Second

func (s *EmailSender) options(ctx context.Context) []gomail.Option {
	config := &tls.Config{ServerName: s.host, RootCAs: s.roots, MinVersion: tls.VersionTLS12}
	options := []gomail.Option{
		gomail.WithPort(s.port),
		// Later than the attempt's own end, which closes the connection: which of the
		// two came first would otherwise decide what is said about it.
		gomail.WithTimeout(s.timeout + quitTimeout),
		gomail.WithTLSPolicy(s.startTLS),
		gomail.WithTLSConfig(config),
		gomail.WithDialContextFunc(s.dial(ctx, config)),
		gomail.WithoutNoop(),
		gomail.WithoutRset(),
	}
	if s.username != "" {
		options = append(options,
			gomail.WithOpportunisticSMTPAuth(gomail.SMTPAuthPlain, gomail.SMTPAuthLogin),
			gomail.WithUsername(s.username), gomail.WithPassword(s.password))
	}
	if s.implicitTLS {
		options = append(options, gomail.WithSSL())
	}
	return options
}

// dial returns a function that opens a connection which closes when the attempt
// ends. The library has a deadline for each phase and forgets the context after
// dialling; this holds for all phases together, and for a cancelled context.
func (s *EmailSender) dial(attempt context.Context, config *tls.Config) gomail.DialContextFunc {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := new(net.Dialer).DialContext(ctx, network, address)
		if err != nil {
			return nil, err
		}
		context.AfterFunc(attempt, func() { _ = conn.Close() })
		if !s.implicitTLS {
			return conn, nil
		}
		secured := tls.Client(conn, config)
		return secured, secured.HandshakeContext(ctx)
	}
}
