package invite

import (
	"strings"
	"testing"
)

func TestBillingRulesSayWhatNeverCounts(t *testing.T) {
	for unit, want := range map[BillingUnit]map[string]bool{
		RegisteredHousehold: {"A household with a registered member": true, "A household with an open invitation": false, "An archived contact": false},
		ClientSeat:          {"An offline client": true, "A client with one-way messages": true, "An open invitation": false, "An archived client": false},
	} {
		got := map[string]bool{}
		for _, r := range BillingRules(unit) {
			if !strings.HasSuffix(r.Why, ".") {
				t.Errorf("%s: %q is no sentence", r.What, r.Why)
			}
			got[r.What] = r.Counts
		}
		for what, counts := range want {
			if c, ok := got[what]; !ok || c != counts {
				t.Errorf("%s: %q counts: %v, %v", unit, what, c, ok)
			}
		}
	}
}
