package app_test

import (
	"context"
	"errors"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"usher/app"
	"usher/app/apptest"
	"usher/invite"
)

// counter is a limiter that notes the keys it is asked for, refuses those with
// a prefix, and fails where told.
type counter struct {
	mu     sync.Mutex
	keys   []string
	refuse string
	err    error
}

func (c *counter) Allow(_ context.Context, key string, _ app.Limit) (bool, time.Duration, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keys = append(c.keys, key)
	return c.refuse == "" || !strings.HasPrefix(key, c.refuse), 90 * time.Second, c.err
}

// take returns the kinds of keys asked for since it was called last.
func (c *counter) take() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	kinds := []string{}
	for _, key := range c.keys {
		kind, _, _ := strings.Cut(key, ":")
		if kind == "signin" {
			kind = strings.Join(strings.SplitN(key, ":", 3)[:2], ":")
		}
		kinds = append(kinds, kind)
	}
	c.keys = nil
	return kinds
}

// calls are everything that strangers can call, with the limits it counts
// against, in order.
func calls(w *apptest.World, m app.Message) map[string]struct {
	do     func() error
	counts []string
} {
	token, code := app.Credential{Token: &m.Token}, app.Credential{Code: &m.Code}
	type call = struct {
		do     func() error
		counts []string
	}
	from := app.Visitor{Address: netip.MustParseAddr("203.0.113.77")}
	register := func(c app.Credential) error {
		_, err := w.App.Register(w.T.Context(), from, app.RegisterInput{Credential: c, Name: "Ada", Password: "weak"})
		return err
	}
	return map[string]call{
		"a look at a link":     {func() error { _, err := w.App.Preview(w.T.Context(), from, token); return err }, []string{"credential"}},
		"a look at a code":     {func() error { _, err := w.App.Preview(w.T.Context(), from, code); return err }, []string{"credential", "codes"}},
		"registering by link":  {func() error { return register(token) }, []string{"credential"}},
		"registering by code":  {func() error { return register(code) }, []string{"credential", "codes"}},
		"declining by link":    {func() error { return w.App.Decline(w.T.Context(), from, token) }, []string{"credential"}},
		"declining by code":    {func() error { return w.App.Decline(w.T.Context(), from, code) }, []string{"credential", "codes"}},
		"asking for a new one": {func() error { return w.App.RequestNew(w.T.Context(), from, m.Token) }, []string{"credential", "renew"}},
		"signing in": {func() error { _, err := w.App.SignIn(w.T.Context(), from, "a@example.com", "x"); return err },
			[]string{"signin:address", "signin:email"}},
	}
}

// An attempt is counted before anything is looked at: a refused one touches no
// table. The overall limit is asked for typed codes only.
func TestLimitsComeFirst(t *testing.T) {
	t.Parallel()
	limiter := &counter{}
	w := apptest.New(t, func(d *app.Deps) { d.Limiter = limiter })
	gym := w.Place(invite.Gym, "Iron Temple")
	m := gym.Send(gym.Contacts(1)[0])[0]
	for name, call := range calls(w, m) {
		for n := range call.counts {
			limiter.take()
			limiter.refuse = call.counts[n]
			before := w.Statements()
			err := call.do()
			var limited *app.RateLimit
			if invite.CodeOf(err) != invite.RateLimited || !errors.As(err, &limited) || limited.RetryAfter != 90*time.Second {
				t.Errorf("%s, over %s: %v", name, call.counts[n], err)
			}
			if diff := cmp.Diff(call.counts[:n+1], limiter.take()); diff != "" {
				t.Errorf("%s, over %s:\n%s", name, call.counts[n], diff)
			}
			if w.Statements() != before {
				t.Errorf("%s, over %s: %d statements", name, call.counts[n], w.Statements()-before)
			}
		}
	}
	limiter.refuse = "codes"
	if s := look(t, w, m); s != app.PreviewOpen {
		t.Errorf("a link while codes are slowed: %s", s)
	}
}

// A limiter that is down stops nobody.
func TestLimiterDown(t *testing.T) {
	t.Parallel()
	w := apptest.New(t, func(d *app.Deps) { d.Limiter = &counter{refuse: "c", err: errors.New("connection refused")} })
	gym := w.Place(invite.Gym, "Iron Temple")
	m := gym.Send(gym.Contacts(1)[0])[0]
	if p := must(w.App.Preview(t.Context(), app.Visitor{}, app.Credential{Code: &m.Code}))(t); p.State != app.PreviewOpen {
		t.Errorf("%+v", p)
	}
}

// One network counts as one visitor, whatever addresses it has; a personal
// value is never part of a key.
func TestLimitKeys(t *testing.T) {
	t.Parallel()
	limiter := &counter{}
	w := apptest.New(t, func(d *app.Deps) { d.Limiter = limiter })
	key := func(address string) string {
		limiter.take()
		v := app.Visitor{}
		if address != "" {
			v.Address = netip.MustParseAddr(address)
		}
		_, _ = w.App.Preview(t.Context(), v, app.Credential{Token: new("x")})
		return limiter.keys[0]
	}
	for _, same := range [][2]string{
		{"203.0.113.7", "203.0.113.250"}, {"203.0.113.7", "::ffff:203.0.113.9"}, {"2001:db8:0:ff01::1", "2001:db8:0:ffab:1::2"}, {"", ""},
	} {
		if a, b := key(same[0]), key(same[1]); a != b {
			t.Errorf("%v: %s and %s", same, a, b)
		}
	}
	for _, apart := range [][2]string{{"203.0.113.7", "203.0.112.7"}, {"2001:db8:0:ff01::1", "2001:db8:0:fe01::1"}} {
		if a, b := key(apart[0]), key(apart[1]); a == b {
			t.Errorf("%v share %s", apart, a)
		}
	}
	limiter.take()
	_, _ = w.App.SignIn(t.Context(), app.Visitor{}, "ada@example.com", "Secret7-x")
	_ = w.App.RequestNew(t.Context(), app.Visitor{}, "1aSecretToken")
	for _, key := range limiter.keys {
		if strings.Contains(key, "ada") || strings.Contains(key, "Secret") {
			t.Errorf("key %s", key)
		}
	}
}

// Proofs are mailed a few times for one invitation, whoever asks.
func TestProofMailsAreLimited(t *testing.T) {
	t.Parallel()
	limiter := &counter{}
	x := newTexted(t, app.NewContact{Email: "ada@example.com", Phone: "+12025550123"}, func(d *app.Deps) { d.Limiter = limiter })
	limiter.refuse = "proof:" + string(x.gym.Invitation(x.contact.ID).ID)
	x.Unchanged("one mail too many", func() {
		if err := x.join(nil, nil); invite.CodeOf(err) != invite.RateLimited {
			t.Errorf("%v", err)
		}
	})
	if n := len(x.Mail.Proofs()); n != 0 {
		t.Errorf("%d mailed", n)
	}
}
