package httpd

import (
	"errors"
	"math"
	"net/http"
	"strconv"
	"strings"

	"usher/app"
	"usher/invite"
	"usher/web"
)

// memberTexts are the keys of the texts for what a head is refused, by the
// last step of the input's field.
var memberTexts = map[refusal]string{
	{invite.Required, "name"}:          "household.error-name",
	{invite.TooLong, "name"}:           "household.error-name",
	{invite.ControlCharacters, "name"}: "household.error-name-characters",
	{invite.ForeignLink, "name"}:       "household.error-name-link",
	{invite.Invalid, "email"}:          "household.error-email",
	{invite.Invalid, "phone"}:          "household.error-phone",
	{invite.Conflict, "email"}:         "household.error-twice",
	{invite.Conflict, "phone"}:         "household.error-twice",
	{invite.HouseholdFull, ""}:         "household.error-full",
	{invite.TooSoon, "id"}:             "household.error-soon",
	{invite.HeadRequired, "id"}:        "household.head-stays",
	{invite.NotAllowed, ""}:            "household.error-head",
}

// memberFields are the form's fields of the input's.
var memberFields = map[string]string{"name": web.FieldName, "email": web.FieldReach, "phone": web.FieldReach}

// memberErrors returns what a head is refused as the page shows it: in its
// language or, for what has no text there, as the server says it.
func memberErrors(l *web.Locale, refused []*invite.Error) []web.FieldError {
	var list []web.FieldError
	for _, e := range refused {
		last := e.Field[strings.LastIndexByte(e.Field, '.')+1:]
		message := sentence(e.Message)
		key := memberTexts[refusal{e.Code, last}]
		if e.Code == invite.NotAllowed && e.Args["support"] != "" {
			key = "household.error-not-allowed"
		}
		if key != "" {
			args := []string{"count", strconv.Itoa(invite.MaxNameLength)}
			for name, value := range e.Args {
				args = append(args, name, value)
			}
			message = l.Text(key, args...)
		}
		list = append(list, web.FieldError{Field: memberFields[last], Message: message})
	}
	return list
}

// general returns the errors of a page that has no field to mend them in.
func general(errs []web.FieldError) []web.FieldError {
	var list []web.FieldError
	for _, e := range errs {
		list = append(list, web.FieldError{Message: e.Message})
	}
	return list
}

// setRetryAfter says when to try again, where the limit tells.
func setRetryAfter(w http.ResponseWriter, err error) {
	var limit *app.RateLimit
	if errors.As(err, &limit) {
		w.Header().Set("Retry-After", strconv.Itoa(max(1, int(math.Ceil(limit.RetryAfter.Seconds())))))
	}
}
