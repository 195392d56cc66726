package auth

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"usher/invite"
)

const session = invite.ID("0199a1b2-c3d4-7e5f-8a6b-112233445566")

func TestRefresh(t *testing.T) {
	live := SessionState{Generation: 5, RotatedAt: noon, ExpiresAt: noon.Add(30 * 24 * time.Hour)}
	first := SessionState{Generation: 1, ExpiresAt: live.ExpiresAt}
	revoked, expired := live, live
	revoked.RevokedAt = noon
	expired.ExpiresAt = noon.Add(time.Minute)
	tests := []struct {
		name      string
		presented int
		state     SessionState
		after     time.Duration // noon
		want      RefreshOutcome
	}{
		{"the first token", 1, first, 0, RefreshRotate},
		{"before the first", 0, first, 0, RefreshReused},
		{"the current one", 5, live, time.Hour, RefreshRotate},
		{"the current one at once", 5, live, 0, RefreshRotate},
		{"the one before, at once", 4, live, 0, RefreshRepeat},
		{"the one before, by a clock that is behind", 4, live, -time.Second, RefreshRepeat},
		{"the one before, after 9.9 s", 4, live, 9900 * time.Millisecond, RefreshRepeat},
		{"the one before, after 10 s", 4, live, 10 * time.Second, RefreshRepeat},
		{"the one before, after 10.1 s", 4, live, 10100 * time.Millisecond, RefreshReused},
		{"two before, at once", 3, live, 0, RefreshReused},
		{"one that was never given out", 6, live, 0, RefreshReused},
		{"revoked, the current one", 5, revoked, 0, RefreshEnded},
		{"revoked, the one before", 4, revoked, 0, RefreshEnded},
		{"revoked, an old one", 1, revoked, 0, RefreshEnded},
		{"just before the end", 5, expired, time.Minute - 1, RefreshRotate},
		{"at the end", 5, expired, time.Minute, RefreshEnded},
		{"the one before, at the end", 4, expired, time.Minute, RefreshEnded},
	}
	for _, tt := range tests {
		if got := Refresh(tt.presented, tt.state, noon.Add(tt.after)); got != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
	}
}

// A thief and the rightful owner who both go on refreshing with a copied token
// are found out: no order of calls further apart than the grace lets both live.
func TestRefreshFindsACopiedToken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		state := SessionState{Generation: 1, ExpiresAt: noon.Add(1000 * time.Hour)}
		held := [2]int{1, 1} // generations that owner and thief hold
		now, moved := noon, [2]bool{}
		for !moved[0] || !moved[1] {
			who := rapid.IntRange(0, 1).Draw(t, "who")
			now = now.Add(RefreshGrace + time.Duration(rapid.IntRange(1, 3600).Draw(t, "seconds"))*time.Second)
			switch outcome := Refresh(held[who], state, now); outcome {
			case RefreshRotate:
				state.Generation, state.RotatedAt = held[who]+1, now
				held[who] = state.Generation
				moved[who] = true
			case RefreshReused:
				return
			default:
				t.Fatalf("outcome %s", outcome)
			}
		}
		t.Fatal("both refreshed and nobody noticed")
	})
}

func TestRefreshTokenIsAlwaysTheSameSuccessor(t *testing.T) {
	tokens := NewTokens(ring(t, entry("a", 1)), "usher", "usher-api")
	one, two := tokens.RefreshToken(session, 2), tokens.RefreshToken(session, 2)
	if one != two {
		t.Errorf("two texts for one generation: %q, %q", one, two)
	}
	if next := tokens.RefreshToken(session, 3); next == one {
		t.Error("two generations have one text")
	}
	got, generation, err := tokens.ParseRefreshToken(one)
	if err != nil || got != session || generation != 2 {
		t.Errorf("ParseRefreshToken = %q, %d, %v", got, generation, err)
	}
}

func TestRefreshTokenSurvivesRotationUntilItsKeyIsDropped(t *testing.T) {
	token := NewTokens(ring(t, entry("old", 1)), "", "").RefreshToken(session, 7)
	if _, _, err := NewTokens(ring(t, entry("new", 2), entry("old", 1)), "", "").ParseRefreshToken(token); err != nil {
		t.Errorf("after rotation: %v", err)
	}
	_, _, err := NewTokens(ring(t, entry("new", 2)), "", "").ParseRefreshToken(token)
	wantUnauthenticated(t, err, "sign in again", strings.Split(token, ".")[3])
}

func TestParseRefreshTokenRefuses(t *testing.T) {
	keys := ring(t, entry("a", 1))
	tokens := NewTokens(keys, "usher", "usher-api")
	good := tokens.RefreshToken(session, 2)
	parts := strings.Split(good, ".")
	join := func(parts ...string) string { return strings.Join(parts, ".") }
	tests := []struct{ name, token string }{
		{"empty", ""},
		{"cut", good[:len(good)-1]},
		{"no MAC", join(parts[0], parts[1], parts[2], "")},
		{"another version", join("2", parts[1], parts[2], parts[3])},
		{"another session", join(parts[0], "0199a1b2-c3d4-7e5f-8a6b-112233445567", parts[2], parts[3])},
		{"another generation", join(parts[0], parts[1], "3", parts[3])},
		{"generation with a sign", join(parts[0], parts[1], "+2", parts[3])},
		{"generation with a zero", join(parts[0], parts[1], "02", parts[3])},
		{"generation out of range", join(parts[0], parts[1], "99999999999999999999", parts[3])},
		{"generation of words", join(parts[0], parts[1], "two", parts[3])},
		{"a part more", good + ".x"},
		{"MAC for another purpose", join(parts[0], parts[1], parts[2],
			base64.RawURLEncoding.EncodeToString(keys.Lookup(ForLinkToken, join(parts[0], parts[1], parts[2]))))},
		{"an access token", issue(t, keys)},
		{"1 MB", strings.Repeat(".", 1<<20)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, generation, err := tokens.ParseRefreshToken(tt.token)
			wantUnauthenticated(t, err, "sign in again", parts[3])
			if got != "" || generation != 0 {
				t.Errorf("refused, but with %q, %d", got, generation)
			}
		})
	}
}
