package httpd

import (
	"errors"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"
)

// logged writes a line for each request: method, route, status, milliseconds.
// It logs the route's pattern and never the path or the query, because those
// of a join link are credentials. A panic becomes an answer 500.
func logged(next http.Handler, log *slog.Logger, now func() time.Time) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := &recorder{ResponseWriter: w}
		start := now()
		defer func() {
			if cause := recover(); cause != nil {
				if err, ok := cause.(error); ok && errors.Is(err, http.ErrAbortHandler) {
					panic(cause)
				}
				log.ErrorContext(r.Context(), "panic", "route", route(r), "cause", cause, "stack", string(debug.Stack()))
				if answer.status == 0 {
					http.Error(answer, "Something went wrong on our side. Try again in a minute.", http.StatusInternalServerError)
				}
			}
			level := slog.LevelInfo
			if r.Pattern == "GET /healthz" || r.Pattern == "GET /readyz" {
				level = slog.LevelDebug
			}
			log.Log(r.Context(), level, "request", "method", r.Method, "route", route(r), "status", answer.code(),
				"ms", now().Sub(start).Milliseconds())
		}()
		next.ServeHTTP(answer, r)
	})
}

// route returns the pattern that served the request. The mux writes it into
// the request it is given.
func route(r *http.Request) string {
	if r.Pattern == "" {
		return "none"
	}
	return r.Pattern
}

// recorder remembers the status of an answer.
type recorder struct {
	http.ResponseWriter
	status int
}

// WriteHeader remembers the first final status.
func (a *recorder) WriteHeader(status int) {
	if a.status == 0 && (status >= 200 || status == http.StatusSwitchingProtocols) {
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

// Write implies status 200.
func (a *recorder) Write(p []byte) (int, error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	return a.ResponseWriter.Write(p)
}

// Flush is asked for by name by those who stream.
func (a *recorder) Flush() {
	_ = http.NewResponseController(a.ResponseWriter).Flush()
}

// Unwrap gives http.ResponseController, and those who hijack, the writer below.
func (a *recorder) Unwrap() http.ResponseWriter { return a.ResponseWriter }

func (a *recorder) code() int {
	if a.status == 0 {
		return http.StatusOK
	}
	return a.status
}
