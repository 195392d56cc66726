package deliver

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"log"
	"net"
	"net/http/httptest"
	"testing"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// mailHost is a real SMTP server whose answers a test chooses before start.
type mailHost struct {
	rcpt, data error         // its answers; nil accepts
	hang       chan struct{} // where set, the answer to DATA waits for it
	breakOff   bool          // closes the connection right after accepting
	password   string        // where set, it asks the user "usher" for it

	arrived   chan []byte // each message that was read to its end
	encrypted chan bool   // whether that came over TLS
	roots     *x509.CertPool
	addr      string
}

// start serves until the test ends. startTLS offers STARTTLS; implicit speaks
// TLS from the first byte.
func (h *mailHost) start(t *testing.T, startTLS, implicit bool) *mailHost {
	t.Helper()
	h.arrived, h.encrypted = make(chan []byte, 10), make(chan bool, 10)
	certified := httptest.NewUnstartedServer(nil)
	certified.StartTLS()
	defer certified.Close()
	h.roots = x509.NewCertPool()
	h.roots.AddCert(certified.Certificate())

	server := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		return &mailSession{host: h, conn: c}, nil
	}))
	server.Domain = "mail.test"
	server.ErrorLog = log.New(io.Discard, "", 0)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h.addr = listener.Addr().String()
	config := &tls.Config{Certificates: certified.TLS.Certificates}
	if startTLS {
		server.TLSConfig = config
	}
	if implicit {
		listener = tls.NewListener(listener, config)
	}
	served := make(chan struct{})
	go func() {
		defer close(served)
		_ = server.Serve(listener)
	}()
	t.Cleanup(func() {
		server.Close()
		listener.Close() // Close misses it where Serve has not begun
		<-served
	})
	return h
}

type mailSession struct {
	host     *mailHost
	conn     *smtp.Conn
	signedIn bool
	accepted bool
}

func (s *mailSession) Logout() error                        { return nil }
func (s *mailSession) Rcpt(string, *smtp.RcptOptions) error { return s.host.rcpt }

func (s *mailSession) Mail(string, *smtp.MailOptions) error {
	if s.host.password != "" && !s.signedIn {
		return smtp.ErrAuthRequired
	}
	return nil
}

func (s *mailSession) Data(r io.Reader) error {
	body, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	_, overTLS := s.conn.TLSConnectionState()
	s.host.encrypted <- overTLS
	s.host.arrived <- body
	if s.host.hang != nil {
		<-s.host.hang
	}
	s.accepted = s.host.data == nil
	return s.host.data
}

// Reset is called once the answer to DATA is out.
func (s *mailSession) Reset() {
	if s.accepted && s.host.breakOff {
		s.conn.Conn().Close()
	}
}

func (s *mailSession) AuthMechanisms() []string {
	if s.host.password == "" {
		return nil
	}
	return []string{sasl.Plain}
}

func (s *mailSession) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, username, password string) error {
		if username != "usher" || password != s.host.password {
			return smtp.ErrAuthFailed
		}
		s.signedIn = true
		return nil
	}), nil
}

// answering listens and lets talk speak to each connection, for servers that do
// what no library would. The connection is closed when talk returns.
func answering(t *testing.T, talk func(net.Conn)) (addr string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				talk(conn)
			}()
		}
	}()
	return listener.Addr().String()
}

// nobody returns an address at which nobody listens.
func nobody(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}
