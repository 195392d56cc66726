package httpd

import (
	"context"
	"encoding/json"
	"net/http"
	"time"
)

// readyTime is how long each part has to show that it answers.
const readyTime = 2 * time.Second

// healthz says that the process is up. It asks nobody else, so that a database
// that is away does not get every replica restarted.
func healthz(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write([]byte("ok\n"))
}

// readyz answers 200 where requests can be served: the database answers and
// the process is not stopping. Redis is reported and decides nothing: without
// it requests are answered and sending waits.
func readyz(o Options) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		state := func(ask func(context.Context) error) string {
			ctx, cancel := context.WithTimeout(r.Context(), readyTime)
			defer cancel()
			if ask(ctx) != nil {
				return "away"
			}
			return "ok"
		}
		answer := struct {
			Database string `json:"database"`
			Redis    string `json:"redis"`
			Stopping bool   `json:"stopping"`
		}{state(o.Database), state(o.Redis), o.Stopping()}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		if answer.Database != "ok" || answer.Stopping {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
		_ = json.NewEncoder(w).Encode(answer) // a client that left needs no answer
	})
}
