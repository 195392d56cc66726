package invite

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// passIn returns a pass as it is stored in a state, which ends at expires.
func passIn(state PassState, expires *time.Time) AccessPass {
	p := AccessPass{ID: "pass", RunNumber: 3, Number: 17, State: PassAvailable, ExpiresAt: expires}
	switch state {
	case PassRedeemed:
		p, _ = AccessPass{State: PassAvailable}.Redeem("ada", noon)
	case PassRevoked:
		p, _ = AccessPass{State: PassAvailable}.Revoke("lost", noon)
	}
	p.ID, p.RunNumber, p.Number, p.ExpiresAt = "pass", 3, 17, expires
	return p
}

func TestPassStateAt(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name string
		pass AccessPass
		want PassState
	}{
		{"never expires", passIn(PassAvailable, nil), PassAvailable},
		{"a moment before", passIn(PassAvailable, fromNoon(1)), PassAvailable},
		{"expires now", passIn(PassAvailable, fromNoon(0)), PassExpired},
		{"expired long ago", passIn(PassAvailable, fromNoon(-day)), PassExpired},
		{"redeemed, then its time ran out", passIn(PassRedeemed, fromNoon(-day)), PassRedeemed},
		{"revoked, then its time ran out", passIn(PassRevoked, fromNoon(-day)), PassRevoked},
	} {
		if got := test.pass.StateAt(noon); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// Only an available pass changes; every other one is refused and stays as it
// was.
func TestPassTransitions(t *testing.T) {
	t.Parallel()
	ada := ID("ada")
	changes := map[string]func(AccessPass) (AccessPass, error){
		"redeem": func(p AccessPass) (AccessPass, error) { return p.Redeem(ada, noon) },
		"revoke": func(p AccessPass) (AccessPass, error) { return p.Revoke("lost in the post", noon) },
		"bind":   func(p AccessPass) (AccessPass, error) { return p.Bind(&ada, noon) },
		"unbind": func(p AccessPass) (AccessPass, error) { return p.Bind(nil, noon) },
	}
	before := passIn(PassAvailable, fromNoon(1))
	before.BoundTo = new(ID("bob"))
	with := func(change func(*AccessPass)) AccessPass { p := before; change(&p); return p }
	at := noon
	want := map[string]AccessPass{
		"redeem": with(func(p *AccessPass) { p.State, p.RedeemedBy, p.RedeemedAt = PassRedeemed, &ada, &at }),
		"revoke": with(func(p *AccessPass) { p.State, p.RevokedAt, p.RevokeReason = PassRevoked, &at, "lost in the post" }),
		"bind":   with(func(p *AccessPass) { p.BoundTo = &ada }),
		"unbind": with(func(p *AccessPass) { p.BoundTo = nil }),
	}
	for name, change := range changes {
		got, err := change(before)
		if diff := cmp.Diff(want[name], got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
		for what, p := range map[string]AccessPass{
			"redeemed": passIn(PassRedeemed, nil), "revoked": passIn(PassRevoked, nil), "expired": passIn(PassAvailable, fromNoon(0)),
		} {
			got, err := change(p)
			if CodeOf(err) != PassNotAvailable || !cmp.Equal(got, p) {
				t.Errorf("%s one that is %s: %v, %+v", name, what, err, got)
			}
		}
	}
}

func TestPassReference(t *testing.T) {
	t.Parallel()
	for want, p := range map[string]AccessPass{
		"3-017": {RunNumber: 3, Number: 17}, "1-001": {RunNumber: 1, Number: 1}, "1234-100": {RunNumber: 1234, Number: 100},
	} {
		if got := p.Reference(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestHolder(t *testing.T) {
	t.Parallel()
	at := noon
	for _, test := range []struct {
		name   string
		change func(*Contact)
		want   Code
	}{
		{"new", nil, ""},
		{"invited already", func(c *Contact) { c.Status, c.LapsesAt = ContactStatus(Pending), fromNoon(day) }, ""},
		{"by phone only", func(c *Contact) { c.Email = nil }, ""},
		{"by email only", func(c *Contact) { c.Phone = nil }, ""},
		{"without an address", func(c *Contact) { c.Email, c.Phone = nil, nil }, NoAddress},
		{"offline", func(c *Contact) { c.ClientType = Offline }, OfflineClient},
		{"archived", func(c *Contact) { c.ArchivedAt = &at }, ContactArchived},
		{"joined", func(c *Contact) { c.Status = Registered }, AlreadyRegistered},
	} {
		refusal := person(test.change).Holder("input.contact")
		switch {
		case test.want == "" && refusal != nil:
			t.Errorf("%s: %v", test.name, refusal)
		case test.want != "" && (refusal == nil || refusal.Code != test.want || refusal.Field != "input.contact"):
			t.Errorf("%s: %v, want %s", test.name, refusal, test.want)
		}
	}
}

func TestPaperSizeName(t *testing.T) {
	t.Parallel()
	if A4.Name() != "A4" || Letter.Name() != "Letter" {
		t.Errorf("%s, %s", A4.Name(), Letter.Name())
	}
}
