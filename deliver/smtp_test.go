package deliver

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
	"github.com/google/go-cmp/cmp"
)

func sender(t *testing.T, url string) *EmailSender {
	t.Helper()
	s, err := NewEmailSender(url)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fail sends and returns the failure that must result. Whatever it is, it holds
// nothing of the message.
func fail(t *testing.T, ctx context.Context, s *EmailSender) *Failure {
	t.Helper()
	receipt, err := s.Send(ctx, composed(t, sample()))
	var failure *Failure
	if !errors.As(err, &failure) {
		t.Fatalf("sent with %+v and %v, want a Failure", receipt, err)
	}
	if receipt != (Receipt{}) {
		t.Errorf("a failure has the receipt %+v", receipt)
	}
	for _, secret := range []string{sample().Code, "7KQ2M", "dGhpcyBpcyBhIHRva2VuIQ", "http", "sam@home", "Sam Carter"} {
		if strings.Contains(fmt.Sprintf("%+v %v", *failure, err), secret) {
			t.Errorf("failure %+v holds %q", *failure, secret)
		}
	}
	return failure
}

func TestSendAccepted(t *testing.T) {
	host := (&mailHost{}).start(t, false, false)
	email := composed(t, sample())
	email.Text += ".\n..\n. a line that begins with a dot\n"
	receipt, err := sender(t, "smtp://"+host.addr+"?tls=none").Send(t.Context(), email)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Receipt{ProviderID: messageID}, receipt); diff != "" {
		t.Error(diff)
	}
	got := parse(t, <-host.arrived)
	if got.text != email.Text || got.html != email.HTML {
		t.Error("what arrived is not what was sent")
	}
	if id := got.header.Get("Message-Id"); id != "<"+messageID+">" {
		t.Errorf("Message-ID %q", id)
	}
}

func TestSendAcceptedThoughTheConnectionBreaks(t *testing.T) {
	host := (&mailHost{breakOff: true}).start(t, false, false)
	if _, err := sender(t, "smtp://"+host.addr+"?tls=none").Send(t.Context(), composed(t, sample())); err != nil {
		t.Errorf("an accepted message is reported as failed: %v", err)
	}
}

func TestSendRefused(t *testing.T) {
	// A server that quotes what it was sent, as some spam filters do.
	quote := "bad content: " + sample().Link + " " + sample().Code + " to sam@home.example"
	answer := func(code int, subject, detail int) error {
		return &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{code / 100, subject, detail}, Message: quote}
	}
	for name, test := range map[string]struct {
		host mailHost
		want Failure
	}{
		"mailbox unknown":    {mailHost{rcpt: answer(550, 1, 1)}, Failure{Code: "550 5.1.1", Reason: "The mailbox does not exist."}},
		"address refused":    {mailHost{rcpt: answer(553, 0, 0)}, Failure{Code: "553 5.0.0", Reason: "The mail server refused the address."}},
		"domain unknown":     {mailHost{rcpt: answer(550, 1, 2)}, Failure{Code: "550 5.1.2", Reason: "The address's domain does not exist or takes no mail."}},
		"greylisted":         {mailHost{rcpt: answer(451, 7, 1)}, Failure{Temporary: true, Code: "451 4.7.1", Reason: "The mail server refused the message by its rules."}},
		"busy":               {mailHost{rcpt: answer(450, 0, 0)}, Failure{Temporary: true, Code: "450 4.0.0", Reason: "The mail server asked to try again later."}},
		"full for now":       {mailHost{data: answer(452, 2, 2)}, Failure{Temporary: true, Code: "452 4.2.2", Reason: "The mailbox is full."}},
		"content refused":    {mailHost{data: answer(554, 7, 1)}, Failure{Code: "554 5.7.1", Reason: "The mail server refused the message by its rules."}},
		"refused, no detail": {mailHost{data: answer(554, 0, 0)}, Failure{Code: "554 5.0.0", Reason: "The mail server refused the message."}},
		"try again":          {mailHost{data: answer(421, 3, 2)}, Failure{Temporary: true, Code: "421 4.3.2", Reason: "The mail server asked to try again later."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			host := test.host.start(t, false, false)
			got := fail(t, t.Context(), sender(t, "smtp://"+host.addr+"?tls=none"))
			if diff := cmp.Diff(test.want, *got); diff != "" {
				t.Errorf("failure (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSendToAServerThatIsNoHelp(t *testing.T) {
	silent := func(c net.Conn) { _, _ = io.Copy(io.Discard, c) }
	script := func(answers ...string) func(net.Conn) {
		return func(c net.Conn) {
			lines := bufio.NewReader(c)
			for _, answer := range answers {
				fmt.Fprintf(c, "%s\r\n", answer)
				if _, err := lines.ReadString('\n'); err != nil {
					return
				}
			}
		}
	}
	const (
		broken = "The mail server could not be reached, or broke off the connection."
		late   = "The mail server did not answer in time."
	)
	for name, test := range map[string]struct {
		addr   string
		code   string
		reason string
	}{
		"nobody listens":        {nobody(t), "", broken},
		"no greeting":           {answering(t, silent), "", late},
		"closes at once":        {answering(t, func(net.Conn) {}), "", broken},
		"closes after greeting": {answering(t, script("220 hi")), "", broken},
		"greets with a refusal": {answering(t, script("554 go away")), "554", "The mail server refused the connection."},
		"too many connections":  {answering(t, script("421 later")), "421", "The mail server refused the connection."},
		"closes in mid-message": {answering(t, script("220 hi", "250 hello", "250 ok", "250 ok", "354 go on")), "", broken},
		"speaks another way":    {answering(t, script("HTTP/1.1 400 Bad Request", "")), "", broken},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := sender(t, "smtp://"+test.addr+"?tls=none")
			s.timeout = 300 * time.Millisecond
			got := fail(t, t.Context(), s)
			if diff := cmp.Diff(Failure{Temporary: true, Code: test.code, Reason: test.reason}, *got); diff != "" {
				t.Errorf("failure (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSendEndsThoughTheServerHangsAfterData(t *testing.T) {
	host := (&mailHost{hang: make(chan struct{})}).start(t, false, false)
	defer close(host.hang)
	s := sender(t, "smtp://"+host.addr+"?tls=none")
	s.timeout = 300 * time.Millisecond
	got := fail(t, t.Context(), s)
	if diff := cmp.Diff(Failure{Temporary: true, Reason: "The mail server did not answer in time."}, *got); diff != "" {
		t.Error(diff)
	}
}

func TestSendEndsWhenItsContextDoes(t *testing.T) {
	host := (&mailHost{hang: make(chan struct{})}).start(t, false, false)
	defer close(host.hang)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-host.arrived
		cancel()
	}()
	got := fail(t, ctx, sender(t, "smtp://"+host.addr+"?tls=none")) // would take SendTimeout otherwise
	if diff := cmp.Diff(Failure{Temporary: true, Reason: "Sending was interrupted."}, *got); diff != "" {
		t.Error(diff)
	}
}

func TestSendEncryption(t *testing.T) {
	for name, test := range map[string]struct {
		startTLS, implicit, distrust bool
		url                          string // with %s for the address
		encrypted                    bool
		want                         string // reason of the failure; "" where it is sent
	}{
		"required and offered":          {startTLS: true, url: "smtp://%s?tls=required", encrypted: true},
		"required by default":           {startTLS: true, url: "smtp://%s", encrypted: true},
		"required, not offered":         {url: "smtp://%s", want: "The mail server offers no encryption, which its settings require."},
		"required, wrong certificate":   {startTLS: true, distrust: true, url: "smtp://%s", want: "The mail server's certificate is not valid for its name."},
		"opportunistic and offered":     {startTLS: true, url: "smtp://%s?tls=opportunistic", encrypted: true},
		"opportunistic, not offered":    {url: "smtp://%s?tls=opportunistic"},
		"none, though offered":          {startTLS: true, url: "smtp://%s?tls=none"},
		"implicit":                      {implicit: true, url: "smtps://%s", encrypted: true},
		"implicit, wrong certificate":   {implicit: true, distrust: true, url: "smtps://%s", want: "The mail server's certificate is not valid for its name."},
		"implicit, with a password":     {implicit: true, url: "smtps://usher:s3cret@%s", encrypted: true},
		"STARTTLS, with a password":     {startTLS: true, url: "smtp://usher:s3cret@%s", encrypted: true},
		"STARTTLS, with a wrong one":    {startTLS: true, url: "smtp://usher:wr0ng@%s", want: "The mail server refused our sign-in."},
		"password needs STARTTLS first": {url: "smtp://usher:s3cret@%s", want: "The mail server offers no encryption, which its settings require."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			host := &mailHost{}
			if strings.Contains(test.url, "usher:") {
				host.password = "s3cret"
			}
			host.start(t, test.startTLS, test.implicit)
			s := sender(t, fmt.Sprintf(test.url, host.addr))
			if !test.distrust {
				s.roots = host.roots
			}
			if test.want != "" {
				got := fail(t, t.Context(), s)
				if got.Reason != test.want || !got.Temporary {
					t.Errorf("failure %+v, want temporary %q", *got, test.want)
				}
				if len(host.arrived) > 0 {
					t.Error("the message was sent nevertheless")
				}
				return
			}
			if _, err := s.Send(t.Context(), composed(t, sample())); err != nil {
				t.Fatal(err)
			}
			if got := <-host.encrypted; got != test.encrypted {
				t.Errorf("encrypted: %v, want %v", got, test.encrypted)
			}
		})
	}
}

func TestSendRefusesAMessageThatIsNotInOrder(t *testing.T) {
	host := (&mailHost{}).start(t, false, false)
	email := composed(t, sample())
	email.To = "sam@home.example>\r\nRCPT TO:<eve@evil.example"
	_, err := sender(t, "smtp://"+host.addr+"?tls=none").Send(t.Context(), email)
	var failure *Failure
	if !errors.As(err, &failure) || failure.Temporary {
		t.Errorf("got %v, want a permanent failure", err)
	}
	if len(host.arrived) > 0 {
		t.Error("the message was sent nevertheless")
	}
}

func TestNewEmailSenderRefuses(t *testing.T) {
	for _, url := range []string{
		"", "mail.example:25", "http://mail.example", "smtp://", "smtp://:25", "smtp://mail.example:0",
		"smtp://mail.example:70000", "smtp://mail.example?tls=maybe", "smtps://mail.example?tls=none",
		"smtp://u:s3cret@mail.example?tls=none", "smtp://u:s3cret@mail.example?tls=opportunistic",
		"smtp://u:s3cret@mail.example:port", "smtp://u:s3cret@mail.example/%zz",
	} {
		if _, err := NewEmailSender(url); err == nil {
			t.Errorf("%q is taken", url)
		} else if strings.Contains(err.Error(), "s3cret") {
			t.Errorf("the error holds the password: %v", err)
		}
	}
	for url, port := range map[string]int{"smtp://mail.example": 587, "smtps://mail.example": 465, "smtp://[::1]:25": 25} {
		if s := sender(t, url); s.port != port {
			t.Errorf("%s uses port %d, want %d", url, s.port, port)
		}
	}
}
