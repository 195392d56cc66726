package deliver

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// TwilioConfig says how to reach Twilio, or a provider with the same API.
type TwilioConfig struct {
	BaseURL             string // for example "https://api.twilio.com"
	AccountSID          string
	AuthToken           string
	From                string // sending number or sender name; this or MessagingServiceSID
	MessagingServiceSID string
	StatusCallback      string // where the provider reports what became of a message; may be empty
}

// TwilioSender hands text messages to Twilio's REST API (Messages resource,
// version 2010-04-01). It is safe for concurrent use.
type TwilioSender struct {
	config   TwilioConfig
	endpoint string
	client   *http.Client
	timeout  time.Duration
}

var _ SMSSender = (*TwilioSender)(nil)

// NewTwilioSender returns a sender, or an error that names the setting that is
// missing or wrong. The error never holds the token.
func NewTwilioSender(config TwilioConfig) (*TwilioSender, error) {
	base, err := url.Parse(config.BaseURL)
	switch {
	case err != nil || base.Host == "" || (base.Scheme != "https" && base.Scheme != "http"):
		return nil, errors.New("deliver: the SMS base URL is not an absolute web address")
	case base.User != nil || base.RawQuery != "":
		return nil, errors.New("deliver: the SMS base URL may hold neither user nor query")
	case config.AccountSID == "" || config.AuthToken == "":
		return nil, errors.New("deliver: the SMS account SID or token is missing")
	case (config.From == "") == (config.MessagingServiceSID == ""):
		return nil, errors.New("deliver: the SMS sender is either a number or a messaging service")
	}
	return &TwilioSender{
		config:   config,
		endpoint: base.JoinPath("2010-04-01", "Accounts", config.AccountSID, "Messages.json").String(),
		timeout:  SendTimeout,
		// A redirect would carry the message to a place nobody configured.
		client: &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		}},
	}, nil
}

// Send makes one attempt, which ends within [SendTimeout]. The error is a
// [*Failure]. The API has no key that makes repeating safe: a message that was
// taken over a connection that then broke is sent again by a retry.
func (s *TwilioSender) Send(ctx context.Context, message SMS) (Receipt, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()

	form := url.Values{"To": {message.To}, "Body": {message.Body}}
	for key, value := range map[string]string{
		"From":                s.config.From,
		"MessagingServiceSid": s.config.MessagingServiceSID,
		"StatusCallback":      s.config.StatusCallback,
	} {
		if value != "" {
			form.Set(key, value)
		}
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.endpoint, strings.NewReader(form.Encode()))
	if err != nil {
		return Receipt{}, temporary("", "The settings for the text message provider cannot be used.")
	}
	request.SetBasicAuth(s.config.AccountSID, s.config.AuthToken)
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Accept", "application/json")

	response, err := s.client.Do(request)
	if err != nil {
		return Receipt{}, unreachable(ctx, smsProvider, err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, 64<<10))
	if response.StatusCode/100 != 2 {
		return Receipt{}, answerFailure(response, body)
	}
	// The status says that the message was taken. An answer that broke off or is
	// not understood must not make it go twice; it only loses the id.
	var accepted struct {
		SID string `json:"sid"`
	}
	if err == nil && json.Unmarshal(body, &accepted) == nil && sidForm.MatchString(accepted.SID) {
		return Receipt{ProviderID: accepted.SID}, nil
	}
	return Receipt{}, nil
}

var sidForm = regexp.MustCompile(`^[0-9A-Za-z_-]{1,64}$`)

const smsProvider = "The text message provider"

// answerFailure classifies an answer that is no acceptance.
func answerFailure(response *http.Response, body []byte) *Failure {
	var refusal struct {
		Code int `json:"code"`
	}
	// A proxy's error page is no JSON; the status then has to do.
	_ = json.Unmarshal(body, &refusal)

	status := response.StatusCode
	code := "HTTP " + strconv.Itoa(status)
	if refusal.Code > 0 {
		code = strconv.Itoa(refusal.Code)
	}
	switch {
	case status == http.StatusTooManyRequests, status == http.StatusRequestTimeout, status >= 500:
		failure := temporary(code, "The text message provider asked to try again later.")
		failure.RetryAfter = retryAfter(response.Header)
		return failure
	// As with a mail server's sign-in: it concerns the set-up and no single message.
	case status == http.StatusUnauthorized:
		return temporary(code, "The text message provider refused our sign-in.")
	case status/100 == 3:
		return temporary(code, "The text message provider's address has changed; correct the settings.")
	}
	if reason, known := twilioReasons[refusal.Code]; known {
		return permanent(code, reason)
	}
	return permanent(code, "The text message provider refused the message.")
}

// twilioReasons says what an error code means for staff
// (https://www.twilio.com/docs/api/errors).
var twilioReasons = map[int]string{
	21211: "The phone number is not valid.",
	21217: "The phone number is not valid.",
	21408: "The text message account may not send to that country.",
	21606: "The sending number cannot send to this phone number.",
	21610: "The person has replied STOP and takes no more text messages.",
	21612: "The phone number cannot be reached by text message.",
	21614: "The phone number is not a mobile number.",
	21617: "The text message is too long.",
}

// retryAfter returns the wait that the answer asks for (RFC 9110, section
// 10.2.3), in seconds or as a date, which is taken relative to the answer's own
// Date so that no clocks need agree. It returns 0 where there is none.
func retryAfter(header http.Header) time.Duration {
	value := header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	until, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	answered, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		return 0
	}
	return max(0, until.Sub(answered))
}
