package deliver

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const (
	testSID   = "ACtest"
	testToken = "t0ken-of-the-account"
)

func twilio(t *testing.T, baseURL string) *TwilioSender {
	t.Helper()
	s, err := NewTwilioSender(TwilioConfig{BaseURL: baseURL, AccountSID: testSID, AuthToken: testToken, From: "+15005550006"})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func serve(t *testing.T, handler http.HandlerFunc) (baseURL string) {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

func sampleSMS(t *testing.T) SMS {
	t.Helper()
	sms, err := sample().SMS("+436641234567")
	if err != nil {
		t.Fatal(err)
	}
	return sms
}

func failSMS(t *testing.T, ctx context.Context, s *TwilioSender) *Failure {
	t.Helper()
	receipt, err := s.Send(ctx, sampleSMS(t))
	var failure *Failure
	if !errors.As(err, &failure) {
		t.Fatalf("sent with %+v and %v, want a Failure", receipt, err)
	}
	for _, secret := range []string{sample().Code, "dGhpcyBpcyBhIHRva2VuIQ", "http://", "https://", "436641234567", testToken} {
		if strings.Contains(fmt.Sprintf("%+v %v", *failure, err), secret) {
			t.Errorf("failure %+v holds %q", *failure, secret)
		}
	}
	return failure
}

func TestTwilioRequest(t *testing.T) {
	sms := sampleSMS(t)
	for name, test := range map[string]struct {
		config TwilioConfig
		want   url.Values
	}{
		"from a number": {
			TwilioConfig{From: "+15005550006"},
			url.Values{"To": {sms.To}, "Body": {sms.Body}, "From": {"+15005550006"}},
		},
		"from a service, with reports": {
			TwilioConfig{MessagingServiceSID: "MG1", StatusCallback: "https://usher.example/hooks/sms"},
			url.Values{"To": {sms.To}, "Body": {sms.Body}, "MessagingServiceSid": {"MG1"}, "StatusCallback": {"https://usher.example/hooks/sms"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			test.config.BaseURL = serve(t, func(w http.ResponseWriter, r *http.Request) {
				if want := "POST /base/2010-04-01/Accounts/ACtest/Messages.json"; r.Method+" "+r.URL.Path != want {
					t.Errorf("%s %s, want %s", r.Method, r.URL.Path, want)
				}
				if user, password, _ := r.BasicAuth(); user != testSID || password != testToken {
					t.Errorf("signed in as %q with %q", user, password)
				}
				if err := r.ParseForm(); err != nil {
					t.Error(err)
				}
				if diff := cmp.Diff(test.want, r.PostForm); diff != "" {
					t.Errorf("form (-want +got):\n%s", diff)
				}
				w.WriteHeader(http.StatusCreated)
				fmt.Fprint(w, `{"sid":"SM0123","status":"queued"}`)
			}) + "/base/"
			test.config.AccountSID, test.config.AuthToken = testSID, testToken
			s, err := NewTwilioSender(test.config)
			if err != nil {
				t.Fatal(err)
			}
			receipt, err := s.Send(t.Context(), sms)
			if err != nil || receipt != (Receipt{ProviderID: "SM0123"}) {
				t.Errorf("%+v, %v", receipt, err)
			}
		})
	}
}

func TestTwilioAnswers(t *testing.T) {
	// An answer that quotes what it was sent.
	quote := fmt.Sprintf("To +436641234567: %s %s", sample().Link, sample().Code)
	body := func(code int) string { return fmt.Sprintf(`{"code":%d,"message":%q,"status":400}`, code, quote) }
	for name, test := range map[string]struct {
		status int
		header map[string]string
		body   string
		want   Failure
	}{
		"invalid number":  {400, nil, body(21211), Failure{Code: "21211", Reason: "The phone number is not valid."}},
		"not a mobile":    {400, nil, body(21614), Failure{Code: "21614", Reason: "The phone number is not a mobile number."}},
		"opted out":       {400, nil, body(21610), Failure{Code: "21610", Reason: "The person has replied STOP and takes no more text messages."}},
		"unknown code":    {400, nil, body(29999), Failure{Code: "29999", Reason: "The text message provider refused the message."}},
		"no JSON":         {404, nil, quote, Failure{Code: "HTTP 404", Reason: "The text message provider refused the message."}},
		"wrong token":     {401, nil, body(20003), Failure{Temporary: true, Code: "20003", Reason: "The text message provider refused our sign-in."}},
		"redirect":        {302, map[string]string{"Location": "/elsewhere"}, "", Failure{Temporary: true, Code: "HTTP 302", Reason: "The text message provider's address has changed; correct the settings."}},
		"server error":    {500, nil, body(20500), Failure{Temporary: true, Code: "20500", Reason: "The text message provider asked to try again later."}},
		"gateway's error": {502, nil, "<h1>Bad gateway</h1>", Failure{Temporary: true, Code: "HTTP 502", Reason: "The text message provider asked to try again later."}},
		"too many, wait in seconds": {429, map[string]string{"Retry-After": "90"}, body(20429),
			Failure{Temporary: true, RetryAfter: 90 * time.Second, Code: "20429", Reason: "The text message provider asked to try again later."}},
		"away until a date": {503, map[string]string{"Date": "Fri, 20 Nov 2026 08:30:00 GMT", "Retry-After": "Fri, 20 Nov 2026 08:32:00 GMT"}, "",
			Failure{Temporary: true, RetryAfter: 2 * time.Minute, Code: "HTTP 503", Reason: "The text message provider asked to try again later."}},
		"a date gone by": {503, map[string]string{"Date": "Fri, 20 Nov 2026 08:30:00 GMT", "Retry-After": "Fri, 20 Nov 2026 08:00:00 GMT"}, "",
			Failure{Temporary: true, Code: "HTTP 503", Reason: "The text message provider asked to try again later."}},
		"a wait that is none": {503, map[string]string{"Retry-After": "-5"}, "",
			Failure{Temporary: true, Code: "HTTP 503", Reason: "The text message provider asked to try again later."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := failSMS(t, t.Context(), twilio(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/elsewhere" {
					t.Error("the redirect was followed")
				}
				for key, value := range test.header {
					w.Header().Set(key, value)
				}
				w.WriteHeader(test.status)
				io.WriteString(w, test.body)
			})))
			if diff := cmp.Diff(test.want, *got); diff != "" {
				t.Errorf("failure (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTwilioAcceptanceThatIsNotUnderstoodIsAcceptance(t *testing.T) {
	for _, body := range []string{"", "{", `{"sid":7}`, `{"sid":"https://join.example/j/abc"}`, strings.Repeat("x", 1<<20)} {
		receipt, err := twilio(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusCreated)
			io.WriteString(w, body)
		})).Send(t.Context(), sampleSMS(t))
		if err != nil || receipt != (Receipt{}) {
			t.Errorf("%.20q: %+v, %v", body, receipt, err)
		}
	}
}

func TestTwilioOutOfReach(t *testing.T) {
	hanging := func(t *testing.T, arrived chan<- struct{}) string {
		released := make(chan struct{})
		baseURL := serve(t, func(http.ResponseWriter, *http.Request) {
			arrived <- struct{}{}
			<-released
		})
		t.Cleanup(func() { close(released) })
		return baseURL
	}
	t.Run("nobody listens", func(t *testing.T) {
		got := failSMS(t, t.Context(), twilio(t, "http://"+nobody(t)))
		want := Failure{Temporary: true, Reason: "The text message provider could not be reached, or broke off the connection."}
		if diff := cmp.Diff(want, *got); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("no answer", func(t *testing.T) {
		s := twilio(t, hanging(t, make(chan struct{}, 1)))
		s.timeout = 200 * time.Millisecond
		want := Failure{Temporary: true, Reason: "The text message provider did not answer in time."}
		if diff := cmp.Diff(want, *failSMS(t, t.Context(), s)); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("interrupted", func(t *testing.T) {
		arrived := make(chan struct{}, 1)
		s := twilio(t, hanging(t, arrived))
		ctx, cancel := context.WithCancel(t.Context())
		go func() {
			<-arrived
			cancel()
		}()
		want := Failure{Temporary: true, Reason: "Sending was interrupted."}
		if diff := cmp.Diff(want, *failSMS(t, ctx, s)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestNewTwilioSenderRefuses(t *testing.T) {
	ok := TwilioConfig{BaseURL: "https://api.example", AccountSID: testSID, AuthToken: testToken, From: "+15005550006"}
	for name, change := range map[string]func(*TwilioConfig){
		"no base":        func(c *TwilioConfig) { c.BaseURL = "" },
		"no scheme":      func(c *TwilioConfig) { c.BaseURL = "api.example" },
		"user in base":   func(c *TwilioConfig) { c.BaseURL = "https://u:" + testToken + "@api.example" },
		"no account":     func(c *TwilioConfig) { c.AccountSID = "" },
		"no token":       func(c *TwilioConfig) { c.AuthToken = "" },
		"no sender":      func(c *TwilioConfig) { c.From = "" },
		"sender of both": func(c *TwilioConfig) { c.MessagingServiceSID = "MG1" },
	} {
		config := ok
		change(&config)
		if _, err := NewTwilioSender(config); err == nil {
			t.Errorf("%s: taken", name)
		} else if strings.Contains(err.Error(), testToken) {
			t.Errorf("%s: the error holds the token: %v", name, err)
		}
	}
}
