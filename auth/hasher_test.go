package auth

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/alexedwards/argon2id"
	"github.com/google/go-cmp/cmp"

	"usher/invite"
)

func TestHashAndVerify(t *testing.T) {
	h, ctx := NewHasher(2), context.Background()
	hash, err := h.Hash(ctx, "Zürich-9-Ponies")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("hash %q has not the agreed parameters", hash)
	}
	tests := []struct {
		name, password string
		want           bool
	}{
		{"the password", "Zürich-9-Ponies", true},
		{"written with a combining diaeresis", "Zu\u0308rich-9-Ponies", true},
		{"without the diaeresis", "Zurich-9-Ponies", false},
		{"another case", "zürich-9-Ponies", false},
		{"with a space after it", "Zürich-9-Ponies ", false},
		{"empty", "", false},
		{"too long", strings.Repeat("a", MaxPasswordBytes+1), false},
	}
	for _, tt := range tests {
		if got, err := h.Verify(ctx, tt.password, hash); err != nil || got != tt.want {
			t.Errorf("%s: Verify = %v, %v; want %v", tt.name, got, err, tt.want)
		}
	}
	again, err := h.Hash(ctx, "Zürich-9-Ponies")
	if err != nil || again == hash {
		t.Errorf("two hashes of one password are equal, or %v", err)
	}
}

func TestPasswordsAreNeitherCutNorEndless(t *testing.T) {
	h, ctx := NewHasher(1), context.Background()
	longest := strings.Repeat("a", MaxPasswordBytes)
	hash, err := h.Hash(ctx, longest)
	if err != nil {
		t.Fatal(err)
	}
	if match, _ := h.Verify(ctx, longest[1:]+"b", hash); match {
		t.Error("the last character does not count")
	}
	if _, err := h.Hash(ctx, longest+"a"); invite.CodeOf(err) != invite.TooLong {
		t.Errorf("one byte more: %v; want %s", err, invite.TooLong)
	}
}

func TestVerifyRefusesWhatIsNoHash(t *testing.T) {
	for _, hash := range []string{"", "secret-stored-in-clear", "$2a$10$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=x$secretsalt$secretkey"} {
		match, err := NewHasher(1).Verify(context.Background(), "secret-stored-in-clear", hash)
		if match || err == nil {
			t.Errorf("Verify against %q = %v, %v", hash, match, err)
			continue
		}
		wantNoSecret(t, err.Error(), hash)
	}
}

// The work for an unknown account is that for a known one: what argon2id does
// follows from these parameters alone. And nothing must match it.
func TestVerifyNoneWorksLikeVerify(t *testing.T) {
	h, ctx := NewHasher(1), context.Background()
	hash, err := h.Hash(ctx, "right")
	if err != nil {
		t.Fatal(err)
	}
	known, _, _, err := argon2id.DecodeHash(hash)
	if err != nil {
		t.Fatal(err)
	}
	unknown, _, _, err := argon2id.DecodeHash(h.none)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(known, unknown); diff != "" {
		t.Errorf("parameters (-known +unknown):\n%s", diff)
	}
	for _, password := range []string{"", "right"} {
		if err := h.VerifyNone(ctx, password); err != nil {
			t.Errorf("VerifyNone: %v", err)
		}
		if match, err := h.Verify(ctx, password, h.none); match || err != nil {
			t.Errorf("%q against the hash of no password: %v, %v", password, match, err)
		}
	}
}

func TestGateLetsNoMoreThanItsWidthThrough(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const width, callers = 3, 50
		g := make(gate, width)
		var inside, most, done atomic.Int64
		leave := make(chan struct{})
		for range callers {
			go func() {
				if err := g.do(context.Background(), func() {
					most.Store(max(most.Load(), inside.Add(1)))
					<-leave
					inside.Add(-1)
					done.Add(1)
				}); err != nil {
					t.Error(err)
				}
			}()
		}
		synctest.Wait()
		if got := inside.Load(); got != width {
			t.Errorf("%d inside a full gate of width %d", got, width)
		}
		for range callers {
			leave <- struct{}{}
			synctest.Wait()
			if got := inside.Load(); got > width {
				t.Fatalf("%d inside a gate of width %d", got, width)
			}
		}
		if done.Load() != callers || most.Load() != width {
			t.Errorf("%d of %d went through, at most %d at once", done.Load(), callers, most.Load())
		}
	})
}

func TestWaitingAtTheGateEndsWithTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := make(gate, 1)
		leave := make(chan struct{})
		go func() { _ = g.do(context.Background(), func() { <-leave }) }()
		synctest.Wait()

		ctx, cancel := context.WithCancel(context.Background())
		waiting := make(chan error, 1)
		go func() { waiting <- g.do(ctx, func() { t.Error("worked after its context ended") }) }()
		synctest.Wait()
		select {
		case err := <-waiting:
			t.Fatalf("did not wait: %v", err)
		default:
		}
		cancel()
		if err := <-waiting; !errors.Is(err, context.Canceled) {
			t.Errorf("error %v; want context.Canceled", err)
		}

		close(leave)
		synctest.Wait()
		if err := g.do(context.Background(), func() {}); err != nil || len(g) != 0 {
			t.Errorf("the gate is not free afterwards: %v, %d inside", err, len(g))
		}
		if err := g.do(ctx, func() { t.Error("worked under an ended context") }); !errors.Is(err, context.Canceled) {
			t.Errorf("a free gate and an ended context: %v", err)
		}
	})
}

func TestGateIsFreedByAPanic(t *testing.T) {
	g := make(gate, 1)
	func() {
		defer func() { _ = recover() }()
		_ = g.do(context.Background(), func() { panic("in the middle of work") })
	}()
	if len(g) != 0 {
		t.Error("a panic leaves the gate closed")
	}
}

func TestHasherWaitsForItsGate(t *testing.T) {
	h := NewHasher(0) // counts as one
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, errHash := h.Hash(ctx, "p")
	_, errVerify := h.Verify(ctx, "p", h.none)
	for name, err := range map[string]error{"Hash": errHash, "Verify": errVerify, "VerifyNone": h.VerifyNone(ctx, "p")} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s under an ended context: %v", name, err)
		}
	}
}
