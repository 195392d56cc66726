package invite

import (
	"errors"
	"fmt"
)

// Code classifies a refusal. The set is closed: the schema's UserErrorCode and
// ErrorCode enums list the same values, and a test compares them.
type Code string

// Codes that answer the request as a whole; they become top-level GraphQL errors.
const (
	Unauthenticated Code = "UNAUTHENTICATED" // nobody is signed in, or the sign-in has ended
	Forbidden       Code = "FORBIDDEN"       // signed in, but not allowed to do this
	NotFound        Code = "NOT_FOUND"       // no such record, or not one of yours
	RateLimited     Code = "RATE_LIMITED"    // too many attempts; try again later
	Internal        Code = "INTERNAL"        // our fault; carries an id to look up and nothing else
)

// Codes of expected refusals; they become entries of userErrors on a payload.
const (
	Invalid            Code = "INVALID"             // the value is not of the accepted form
	Required           Code = "REQUIRED"            // the value is missing
	TooLong            Code = "TOO_LONG"            // the value is longer than its limit
	TooMany            Code = "TOO_MANY"            // more items than the limit allows
	Conflict           Code = "CONFLICT"            // somebody else changed it first, or it exists already
	EmailTaken         Code = "EMAIL_TAKEN"         // another contact of the organization has this email
	NoAddress          Code = "NO_ADDRESS"          // the contact has no address for any chosen channel
	OfflineClient      Code = "OFFLINE_CLIENT"      // OFFLINE clients are never invited and cannot sign in
	ContactArchived    Code = "CONTACT_ARCHIVED"    // archived contacts are not invited
	AlreadyRegistered  Code = "ALREADY_REGISTERED"  // the contact has joined
	AlreadyInvited     Code = "ALREADY_INVITED"     // an open invitation exists; resend it instead
	AlreadyAccepted    Code = "ALREADY_ACCEPTED"    // an accepted invitation is final
	NotResendable      Code = "NOT_RESENDABLE"      // revoked or declined; make a new invitation
	NotRevocable       Code = "NOT_REVOCABLE"       // accepted, declined or already over
	TooSoon            Code = "TOO_SOON"            // a round left less than 15 minutes ago
	WrongCredentials   Code = "WRONG_CREDENTIALS"   // email and password do not match
	CodeNotValid       Code = "CODE_NOT_VALID"      // the typed code cannot be used; one answer for every reason
	LinkExpired        Code = "LINK_EXPIRED"        // the link's invitation has expired; a new one can be asked for
	LinkUsed           Code = "LINK_USED"           // the link's invitation was accepted already; sign in
	LinkNotValid       Code = "LINK_NOT_VALID"      // the link was revoked, replaced or never existed
	PasswordTooWeak    Code = "PASSWORD_TOO_WEAK"   // one entry for each unmet part of the rule
	PasswordBreached   Code = "PASSWORD_BREACHED"   // the password is on a list of known-breached passwords
	PasswordLikeName   Code = "PASSWORD_LIKE_NAME"  // the password resembles the name, the email or the organization
	EmailProofNeeded   Code = "EMAIL_PROOF_NEEDED"  // a 6-digit code was mailed; repeat the call with it
	EmailProofUnsent   Code = "EMAIL_PROOF_UNSENT"  // the 6-digit code could not be mailed just now
	EmailProofWrong    Code = "EMAIL_PROOF_WRONG"   // the 6-digit code is wrong, used up or older than 10 minutes
	PhoneProofNeeded   Code = "PHONE_PROOF_NEEDED"  // a 6-digit code was texted; repeat the call with it
	PhoneProofUnsent   Code = "PHONE_PROOF_UNSENT"  // the 6-digit code could not be texted just now
	PhoneProofWrong    Code = "PHONE_PROOF_WRONG"   // the texted 6-digit code is wrong, used up or older than 10 minutes
	AccountExists      Code = "ACCOUNT_EXISTS"      // the email has an account; join with its password
	PassNotAvailable   Code = "PASS_NOT_AVAILABLE"  // the pass was redeemed, revoked, or has expired
	HouseholdFull      Code = "HOUSEHOLD_FULL"      // as many members as the policy allows
	HasHousehold       Code = "HAS_HOUSEHOLD"       // the contact belongs to another household
	HeadRequired       Code = "HEAD_REQUIRED"       // the head hands on the headship before leaving
	IdempotencyReused  Code = "IDEMPOTENCY_REUSED"  // the same key came with other input
	BatchFinished      Code = "BATCH_FINISHED"      // nothing of the batch waits any more
	ForeignLink        Code = "FOREIGN_LINK"        // edited texts may not contain links
	MarkupNotAllowed   Code = "MARKUP_NOT_ALLOWED"  // edited texts may not contain HTML
	ControlCharacters  Code = "CONTROL_CHARACTERS"  // line breaks or control characters where none may stand
	NotAllowed         Code = "NOT_ALLOWED"         // the policy does not let this role do this for this contact
	UnknownPlaceholder Code = "UNKNOWN_PLACEHOLDER" // edited texts use a placeholder that does not exist
)

// Error is a refusal with a reason that a person can act on.
type Error struct {
	Code    Code
	Field   string // dotted path of the input field, e.g. "input.contacts.3.email"; empty where none is to blame
	Message string // names the field and what would be accepted; safe to show

	// Args are what Message names, by name, for whoever says it in another
	// language; nil where it names nothing that changes.
	Args map[string]string
}

// With adds something that the message names to Args, and returns e.
func (e *Error) With(name, value string) *Error {
	if e.Args == nil {
		e.Args = map[string]string{}
	}
	e.Args[name] = value
	return e
}

// Error returns the message after its code.
func (e *Error) Error() string {
	if e.Field == "" {
		return fmt.Sprintf("%s: %s", e.Code, e.Message)
	}
	return fmt.Sprintf("%s: %s: %s", e.Code, e.Field, e.Message)
}

// Errorf makes an Error; format and args become its message.
func Errorf(code Code, field, format string, args ...any) *Error {
	return &Error{Code: code, Field: field, Message: fmt.Sprintf(format, args...)}
}

// Errors is several refusals found in one input, so that a person mends all of
// them at once.
type Errors []*Error

// Error returns the first refusal's text and how many more there are.
func (es Errors) Error() string {
	switch len(es) {
	case 0:
		return "no errors"
	case 1:
		return es[0].Error()
	}
	return fmt.Sprintf("%s (and %d more)", es[0].Error(), len(es)-1)
}

// Or returns es as an error, or nil when it is empty.
func (es Errors) Or() error {
	if len(es) == 0 {
		return nil
	}
	return es
}

// CodeOf returns the code of err: the first one of several, Internal for any
// error that is not an Error, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var one *Error
	if errors.As(err, &one) {
		return one.Code
	}
	var many Errors
	if errors.As(err, &many) && len(many) > 0 {
		return many[0].Code
	}
	return Internal
}

// Refusals returns the expected refusals that err carries, and false when err
// is something else: a top-level code or a fault.
func Refusals(err error) ([]*Error, bool) {
	var many Errors
	if errors.As(err, &many) && len(many) > 0 {
		return many, true
	}
	var one *Error
	if !errors.As(err, &one) {
		return nil, false
	}
	switch one.Code {
	case Unauthenticated, Forbidden, NotFound, RateLimited, Internal:
		return nil, false
	}
	return []*Error{one}, true
}
