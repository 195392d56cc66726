package app_test

import (
	"strings"
	"testing"
	"time"

	"usher/app"
	"usher/invite"
)

// After a road with everything secret on it, no log and no table holds a
// token, a code, digits or a password as it is.
func TestNoSecretIsKept(t *testing.T) {
	t.Parallel()
	x := newTexted(t, app.NewContact{Name: "Ada", Email: "ada@example.com", Phone: "+12025550123"})
	x.gym.Set(invite.PolicyPatch{PaceSeconds: new(0)})
	secrets := map[string]string{"password": "Tall7-Otter"}
	keep := func(name string, messages ...app.Message) {
		for _, m := range messages {
			secrets[name+" token "+string(m.Channel)], secrets[name+" code "+string(m.Channel)] = m.Token, m.Code
		}
	}
	other := x.gym.Create(app.NewContact{Email: "bob@example.com"})[0]
	x.gym.Invite(other)
	onItsWay := x.gym.Grant().Messages
	x.gym.Record(onItsWay[0], busy)
	keep("deferred", onItsWay...)
	keep("sent", x.sms)
	p := x.mailed(t, nil)
	secrets["proof"] = p.Code
	in := by(x.sms)
	in.Proof = wrong(p.Code)
	_, _ = register(x.World, in)
	in.Proof = &p.Code
	joined := must(register(x.World, in))(t)
	x.Clock.Advance(time.Hour)
	refreshed := must(x.App.Refresh(t.Context(), joined.RefreshToken))(t)
	secrets["access token"], secrets["refresh token"], secrets["next refresh token"] = joined.AccessToken, joined.RefreshToken, refreshed.RefreshToken
	_, _ = signIn(x.World, "ada@example.com", "Wrong7-Otter")
	secrets["mistyped password"] = "Wrong7-Otter"

	_, passes := generate(t, x.gym, app.PassesInput{Count: 3})
	_, sheet := printed(t, x.gym, passIDs(passes)...)
	must(x.App.RevokePasses(x.As(x.gym.Owner), app.PassSelection{Passes: []invite.ID{passes[1].ID}}, "photographed"))(t)
	redeem(t, x.World, passes[2].ID, other.ID)
	for _, p := range sheet.Passes {
		secrets["token of pass "+p.Reference], secrets["code of pass "+p.Reference] = p.Token, p.Code
	}

	log := x.Log.String()
	if log == "" {
		t.Fatal("nothing was logged: the test looks at nothing")
	}
	for name, secret := range secrets {
		if name != "proof" && strings.Contains(log, secret) { // six digits stand in ids by chance
			t.Errorf("the log holds the %s", name)
		}
		for table := range x.Probe.Contents() {
			if name == "proof" && table != "proofs" {
				continue
			}
			if n := x.Probe.Int(`SELECT count(*) FROM `+table+` t WHERE strpos(t::text, $1) > 0`, secret); n != 0 {
				t.Errorf("%s holds the %s", table, name)
			}
		}
	}
}
