package httpd

import (
	"strconv"
	"strings"

	"usher/invite"
	"usher/web"
)

// refusal is what the join pages know a refusal by.
type refusal struct {
	code  invite.Code
	field string // of the form; "" where no single field is to blame
}

// refusalTexts are the keys of the texts in the pages' languages, for every
// refusal that a page can show.
var refusalTexts = map[refusal]string{
	{invite.Required, web.FieldName}:          "error.name-required",
	{invite.TooLong, web.FieldName}:           "error.name-too-long",
	{invite.ControlCharacters, web.FieldName}: "error.name-characters",

	{invite.Required, web.FieldEmail}: "error.email-required",
	{invite.Invalid, web.FieldEmail}:  "error.email-invalid",

	{invite.TooLong, web.FieldPassword}:          "error.password-too-long",
	{invite.PasswordBreached, web.FieldPassword}: "error.password-breached",
	{invite.PasswordLikeName, web.FieldPassword}: "error.password-like-name",
	{invite.AccountExists, web.FieldPassword}:    "error.account-exists",
	{invite.WrongCredentials, web.FieldPassword}: "error.wrong-credentials",

	{invite.Invalid, web.FieldPhone}:             "error.phone-invalid",
	{invite.TooLong, web.FieldAddress}:           "error.address-too-long",
	{invite.ControlCharacters, web.FieldAddress}: "error.address-characters",

	{invite.PhoneProofWrong, web.FieldPhoneProof}:  "error.proof-wrong",
	{invite.PhoneProofUnsent, web.FieldPhoneProof}: "error.phone-proof-unsent",

	{invite.EmailProofWrong, web.FieldProof}:  "error.proof-wrong",
	{invite.EmailProofUnsent, web.FieldProof}: "error.proof-unsent",

	{invite.Conflict, ""}:          "error.conflict",
	{invite.AlreadyRegistered, ""}: "error.already-registered",
	{invite.ContactArchived, ""}:   "error.archived",
	{invite.HasHousehold, ""}:      "error.has-household",
	{invite.NotAllowed, ""}:        "error.no-organization",
	{invite.OfflineClient, ""}:     "error.offline-client",
}

// weakTexts are those of PASSWORD_TOO_WEAK, by the part that is unmet.
var weakTexts = map[invite.PasswordPart]string{
	invite.PartLength: "error.password-length",
	invite.PartUpper:  "error.password-upper",
	invite.PartLower:  "error.password-lower",
	invite.PartDigit:  "error.password-digit",
	invite.PartSymbol: "error.password-symbol",
}

// refusalText returns the key of the refusal's text, "" where there is none.
func refusalText(e *invite.Error) string {
	if e.Code == invite.PasswordTooWeak {
		return weakTexts[invite.PasswordPart(e.Args["part"])]
	}
	return refusalTexts[refusal{e.Code, formField(e.Field)}]
}

// fieldErrors returns refusals as the pages show them: in the page's language
// or, for one that has no text there, as the server says it.
func fieldErrors(l *web.Locale, refused []*invite.Error) []web.FieldError {
	var list []web.FieldError
	for _, e := range refused {
		message := sentence(e.Message)
		if key := refusalText(e); key != "" {
			args := []string{"count", strconv.Itoa(invite.MaxNameLength)}
			for name, value := range e.Args {
				args = append(args, name, value)
			}
			message = l.Text(key, args...)
		}
		list = append(list, web.FieldError{Field: formField(e.Field), Message: message})
	}
	return list
}

// formField returns the name of the form's field for the path of an input's,
// by its last step; other fields have none.
func formField(path string) string {
	switch name := path[strings.LastIndexByte(path, '.')+1:]; name {
	case "emailProof":
		return web.FieldProof
	case "phoneProof":
		return web.FieldPhoneProof
	case web.FieldName, web.FieldEmail, web.FieldPhone, web.FieldAddress, web.FieldPassword, web.FieldCode:
		return name
	}
	return ""
}

// fieldError is one that the pages find by themselves.
func fieldError(l *web.Locale, field, key string) []web.FieldError {
	return []web.FieldError{{Field: field, Message: l.Text(key)}}
}

// sentence begins text with a capital and ends it with a full stop.
func sentence(text string) string {
	if text == "" {
		return text
	}
	text = strings.ToUpper(text[:1]) + text[1:]
	if strings.ContainsAny(text[len(text)-1:], ".!?") {
		return text
	}
	return text + "."
}
