package deliver

import (
	"context"
	"errors"
	"net"
	"time"

	"usher/invite"
)

// SendTimeout is the longest that one attempt takes, from the first byte of the
// connection to the provider's answer. A lease on a delivery must be longer.
const SendTimeout = invite.CallTimeout

// Receipt is what a provider said on accepting a message.
type Receipt struct {
	// ProviderID names the message in the provider's later reports: the
	// Message-ID (without angle brackets) of an email, the SID of a text.
	ProviderID string
}

// Failure is an attempt that did not end in acceptance. Every error of a
// sender is one. Its texts come from a fixed set and never from the provider's
// answer, because a provider may quote the message: so it is safe to store, to
// log and to show to staff.
type Failure struct {
	// Temporary is true where the same message may be accepted later.
	Temporary bool
	// RetryAfter is the least wait that the provider asked for; zero where it
	// named none.
	RetryAfter time.Duration
	// Reason is one sentence for staff.
	Reason string
	// Code is the provider's code: an SMTP reply code with its enhanced code
	// ("550 5.1.1", RFC 5321 and RFC 3463), a REST error code ("21211"), an HTTP
	// status ("HTTP 503"), or "" where no answer was received.
	Code string
}

// Error returns the reason and the code.
func (f *Failure) Error() string {
	if f.Code == "" {
		return f.Reason
	}
	return f.Reason + " (" + f.Code + ")"
}

func temporary(code, reason string) *Failure {
	return &Failure{Temporary: true, Code: code, Reason: reason}
}

func permanent(code, reason string) *Failure {
	return &Failure{Code: code, Reason: reason}
}

// unreachable is the failure of a connection that broke, or was never made.
// who is the subject of the sentence.
func unreachable(ctx context.Context, who string, err error) *Failure {
	var timeout net.Error
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return temporary("", "Sending was interrupted.")
	case ctx.Err() != nil, errors.As(err, &timeout) && timeout.Timeout():
		return temporary("", who+" did not answer in time.")
	default:
		return temporary("", who+" could not be reached, or broke off the connection.")
	}
}
