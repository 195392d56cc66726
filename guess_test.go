package main

import (
	"fmt"
	"net/netip"
	"testing"
	"time"

	"usher/app"
	"usher/app/apptest"
	"usher/internal/testenv"
	"usher/invite"
	"usher/jobs/rdb"
)

// Codes are guessed from many networks at two replicas: together they let
// through what one would, and no more, and whoever has a link is never slowed
// by it.
func TestGuessingCodesIsSlowedAcrossReplicas(t *testing.T) {
	t.Parallel()
	const perMinute, places = 40, 20
	limits := app.DefaultLimits()
	limits.TypedCodes = app.Limit{Rate: perMinute, Period: time.Minute}
	limits.CredentialByPlace = app.Limit{Rate: 5, Period: time.Minute}
	redis, prefix := testenv.Redis(t)
	client, err := rdb.Open(redis)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	w := apptest.New(t)
	replica := func() *app.App {
		deps := w.App.Deps
		deps.Limits, deps.Limiter = limits, limiter{rdb.NewLimiter(rdb.New(client, prefix, 1), time.Now)}
		return app.New(deps)
	}
	replicas := []*app.App{replica(), replica()}
	place := w.Place(invite.Community, "Maple Commons")
	run, err := w.App.GeneratePasses(w.As(place.Owner), app.PassesInput{Count: 1})
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := w.App.PrintPasses(w.As(place.Owner), app.PrintInput{Selection: app.PassSelection{Run: &run}, Paper: invite.A4, PerPage: 1})
	if err != nil {
		t.Fatal(err)
	}
	paper, err := w.App.OpenPrint(w.As(place.Owner), sheet.ID)
	if err != nil {
		t.Fatal(err)
	}
	from := func(n int) app.Visitor { return app.Visitor{Address: netip.AddrFrom4([4]byte{203, 0, byte(n), 7})} }
	let := 0
	for n := range 10 * places {
		guess := fmt.Sprintf("%010d", n)
		_, err := replicas[n%2].Preview(t.Context(), from(n%places), app.Credential{Code: &guess})
		switch invite.CodeOf(err) {
		case "":
			let++
		case invite.RateLimited:
		default:
			t.Fatal(err)
		}
	}
	if let < perMinute || let > perMinute+5 { // some are given back while it runs
		t.Errorf("%d guesses were let through, want %d", let, perMinute)
	}
	for _, a := range replicas {
		if _, err := a.Preview(t.Context(), from(200), app.Credential{Code: &paper.Passes[0].Code}); invite.CodeOf(err) != invite.RateLimited {
			t.Errorf("another network's code: %v", err)
		}
		p, err := a.Preview(t.Context(), from(200), app.Credential{Token: &paper.Passes[0].Token})
		if err != nil || p.State != app.PreviewOpen {
			t.Errorf("a link: %s %v", p.State, err)
		}
	}
}
