package deliver

import (
	"context"
	"crypto/tls"
	"errors"
	"net/textproto"
	"strconv"
	"strings"

	gomail "github.com/wneessen/go-mail"
)

const mailServer = "The mail server"

// setUpFailure classifies what went wrong before the message was offered.
func setUpFailure(ctx context.Context, err error) *Failure {
	var (
		reply       *textproto.Error
		certificate *tls.CertificateVerificationError
	)
	switch {
	case errors.As(err, &certificate):
		return temporary("", "The mail server's certificate is not valid for its name.")
	case errors.As(err, &reply) && (reply.Code == 535 || reply.Code == 534 || reply.Code == 530):
		return temporary(strconv.Itoa(reply.Code), "The mail server refused our sign-in.")
	case errors.As(err, &reply):
		return temporary(strconv.Itoa(reply.Code), "The mail server refused the connection.")
	// The library has no type for these two.
	case strings.Contains(err.Error(), "does not support STARTTLS"):
		return temporary("", "The mail server offers no encryption, which its settings require.")
	case strings.Contains(err.Error(), "SMTP AUTH"):
		return temporary("", "The mail server offers no way to sign in.")
	default:
		return unreachable(ctx, mailServer, err)
	}
}

// sendFailure classifies what went wrong with the message itself.
func sendFailure(ctx context.Context, err error) *Failure {
	var sent *gomail.SendError
	if !errors.As(err, &sent) || sent.ErrorCode() == 0 {
		return unreachable(ctx, mailServer, err)
	}
	code, detail := sent.ErrorCode(), sent.EnhancedStatusCode()
	failure := &Failure{
		Temporary: code/100 == 4,
		Code:      strings.TrimSpace(strconv.Itoa(code) + " " + detail),
		Reason:    "The mail server refused the message.",
	}
	_, meaning, _ := strings.Cut(detail, ".")
	switch reason, known := replyReasons[meaning]; {
	case known:
		failure.Reason = reason
	case strings.HasPrefix(meaning, "7."):
		failure.Reason = "The mail server refused the message by its rules."
	case failure.Temporary:
		failure.Reason = "The mail server asked to try again later."
	case sent.Reason == gomail.ErrSMTPRcptTo:
		failure.Reason = "The mail server refused the address."
	}
	return failure
}

// replyReasons says what the subject and detail of an enhanced status code mean
// for staff (RFC 3463, section 3; RFC 7505 for 1.10).
var replyReasons = map[string]string{
	"1.1":  "The mailbox does not exist.",
	"1.2":  "The address's domain does not exist or takes no mail.",
	"1.3":  "The address is not written correctly.",
	"1.6":  "The mailbox has moved.",
	"1.10": "The address's domain takes no mail.",
	"2.1":  "The mailbox is closed.",
	"2.2":  "The mailbox is full.",
	"2.3":  "The message is too large for the mailbox.",
	"3.4":  "The message is too large for the mail server.",
	"4.4":  "The address's domain cannot be reached by mail.",
}
