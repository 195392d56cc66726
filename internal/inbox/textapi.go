package inbox

import (
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"time"
	"unicode/utf8"
)

// textAPI is the part of Twilio's REST API (version 2010-04-01) that creates
// messages.
type textAPI struct {
	sid, token string
	store      *store
	now        func() time.Time
	log        *slog.Logger
}

func newTextAPI(sid, token string, kept *store, now func() time.Time, log *slog.Logger) http.Handler {
	api := &textAPI{sid: sid, token: token, store: kept, now: now, log: log}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /2010-04-01/Accounts/{sid}/Messages.json", api.create)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		api.refuse(w, refusal{http.StatusNotFound, 20404, "The requested resource " + r.URL.Path + " was not found"})
	})
	return mux
}

// refusal is an HTTP status, an error code of Twilio's and what it says.
type refusal struct {
	status, code int
	message      string
}

// magic are the test numbers of https://www.twilio.com/docs/iam/test-credentials.
var magic = map[string]refusal{
	"+15005550001": {400, 21211, "The 'To' number %s is not a valid phone number."},
	"+15005550002": {400, 21612, "The 'To' phone number: %s, is not currently reachable using the 'From' phone number."},
	"+15005550003": {400, 21408, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: %s."},
	"+15005550004": {400, 21610, "Attempt to send to unsubscribed recipient %s"},
	"+15005550009": {400, 21614, "'To' number %s is not a valid mobile number"},
}

var e164 = regexp.MustCompile(`^\+[1-9][0-9]{6,14}$`)

// maxTextBody is Twilio's limit for the text, in characters.
const maxTextBody = 1600

func (api *textAPI) create(w http.ResponseWriter, r *http.Request) {
	user, password, _ := r.BasicAuth()
	if !same(user, api.sid) || !same(password, api.token) {
		w.Header().Set("WWW-Authenticate", `Basic realm="Twilio API"`)
		api.refuse(w, refusal{http.StatusUnauthorized, 20003, "Authenticate"})
		return
	}
	if r.PathValue("sid") != api.sid {
		api.refuse(w, refusal{http.StatusNotFound, 20404, "The requested resource " + r.URL.Path + " was not found"})
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
	if err := r.ParseForm(); err != nil {
		api.refuse(w, refusal{http.StatusBadRequest, 20001, "The form cannot be read"})
		return
	}
	to, body := r.PostForm.Get("To"), r.PostForm.Get("Body")
	from, service := r.PostForm.Get("From"), r.PostForm.Get("MessagingServiceSid")
	if problem, bad := magic[to]; bad {
		problem.message = fmt.Sprintf(problem.message, to)
		api.refuse(w, problem)
		return
	}
	switch {
	case to == "":
		api.refuse(w, refusal{400, 21604, "A 'To' phone number is required."})
	case !e164.MatchString(to):
		api.refuse(w, refusal{400, 21211, "The 'To' number " + to + " is not a valid phone number."})
	case from == "" && service == "":
		api.refuse(w, refusal{400, 21603, "A 'From' phone number is required."})
	case body == "":
		api.refuse(w, refusal{400, 21602, "Message body is required."})
	case utf8.RuneCountInString(body) > maxTextBody:
		api.refuse(w, refusal{400, 21617, "The concatenated message body exceeds the 1600 character limit."})
	default:
		api.accept(w, to, from, service, body)
	}
}

func (api *textAPI) accept(w http.ResponseWriter, to, from, service, body string) {
	m := Message{
		Channel:    SMS,
		At:         api.now(),
		From:       from,
		To:         to,
		Text:       body,
		Links:      webAddress.FindAllString(body, -1),
		ProviderID: "SM" + randomHex(),
	}
	if from == "" {
		m.From = service
	}
	if err := api.store.add(m); err != nil {
		api.refuse(w, refusal{http.StatusInternalServerError, 20500, "The message could not be stored"})
		return
	}
	orNull := func(s string) any {
		if s == "" {
			return nil
		}
		return s
	}
	api.answer(w, http.StatusCreated, map[string]any{
		"sid":                   m.ProviderID,
		"account_sid":           api.sid,
		"api_version":           "2010-04-01",
		"body":                  body,
		"date_created":          m.At.UTC().Format(time.RFC1123Z),
		"date_updated":          m.At.UTC().Format(time.RFC1123Z),
		"date_sent":             nil,
		"direction":             "outbound-api",
		"error_code":            nil,
		"error_message":         nil,
		"from":                  orNull(from),
		"messaging_service_sid": orNull(service),
		"status":                "queued",
		"to":                    to,
		"uri":                   "/2010-04-01/Accounts/" + api.sid + "/Messages/" + m.ProviderID + ".json",
	})
}

func (api *textAPI) refuse(w http.ResponseWriter, problem refusal) {
	api.answer(w, problem.status, map[string]any{
		"code":      problem.code,
		"message":   problem.message,
		"more_info": fmt.Sprintf("https://www.twilio.com/docs/errors/%d", problem.code),
		"status":    problem.status,
	})
}

func (api *textAPI) answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		api.log.Debug("inbox: answer not delivered", "error", err)
	}
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
