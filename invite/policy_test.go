package invite

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func ptr[T any](v T) *T { return &v }

func codesAndFields(errs Errors) []string {
	var all []string
	for _, e := range errs {
		all = append(all, string(e.Code)+" "+e.Field)
	}
	return all
}

func TestPresetDefaults(t *testing.T) {
	for preset, want := range map[Preset]struct {
		ttl                        int
		autoInvite, trainersInvite bool
		pending, member            string
		billing                    BillingUnit
	}{
		Gym:       {10, false, false, "Invite Sent", "Member", ClientSeat},
		Coach:     {14, true, true, "Invite Pending", "Client", ClientSeat},
		Community: {10, false, false, "Invite Sent", "Resident", RegisteredHousehold},
	} {
		p := preset.Policy()
		if p.TTLDays != want.ttl || p.AutoInvite != want.autoInvite || p.TrainersInvite != want.trainersInvite || p.BillingUnit != want.billing {
			t.Errorf("%s: %+v", preset, p)
		}
		if p.PassTTLDays != nil || p.PaceSeconds != 60 || p.Channels != AllAvailable || p.ReminderDaysBefore != 0 ||
			p.MaxBulkCreate != 200 || p.MaxPassesPerRun != 100 || p.MaxHouseholdMembers != 10 || *p.Window != (Window{8 * 60, 16 * 60, EveryDay}) {
			t.Errorf("%s: %+v", preset, p)
		}
		if p.StatusLabels[ContactStatus(Pending)] != want.pending || p.StageLabels[Member] != want.member {
			t.Errorf("%s: labels %v %v", preset, p.StatusLabels, p.StageLabels)
		}
		for _, status := range []ContactStatus{NotInvited, Registered, "QUEUED", "PENDING", "ACCEPTED", "DECLINED", "EXPIRED", "REVOKED", "FAILED"} {
			if p.StatusLabels[status] == "" {
				t.Errorf("%s: no label for %s", preset, status)
			}
		}
		for _, stage := range []Stage{Prospect, Trial, Member} {
			if p.StageLabels[stage] == "" {
				t.Errorf("%s: no label for %s", preset, stage)
			}
		}
		if errs := append(p.Check(), p.Texts.Check("")...); len(errs) > 0 {
			t.Errorf("%s: the defaults are refused: %v", preset, errs)
		}
	}
}

func TestWithSetsWhatThePatchSets(t *testing.T) {
	base := Gym.Policy()
	if diff := cmp.Diff(base, base.With(PolicyPatch{})); diff != "" {
		t.Errorf("an empty patch changed the policy:\n%s", diff)
	}
	organization := PolicyPatch{
		TTLDays: ptr(20), PassTTLDays: ptr(90), SendWindow: &WindowChoice{}, PaceSeconds: ptr(0), Channels: ptr(SMSOnly),
		ReminderDaysBefore: ptr(2), AutoInvite: ptr(true), TrainersInvite: ptr(true), MaxBulkCreate: ptr(50), MaxPassesPerRun: ptr(10), MaxHouseholdMembers: ptr(6),
		PasswordMinLength: ptr(12), StatusLabels: map[ContactStatus]string{Registered: "In"}, StageLabels: map[Stage]string{Trial: "Taster"},
		BillingUnit: ptr(RegisteredHousehold), Subject: ptr("S"), Body: ptr("B"), Button: ptr("Go"),
	}
	got := base.With(organization)
	want := Policy{
		TTLDays: 20, PassTTLDays: ptr(90), Channels: SMSOnly, ReminderDaysBefore: 2, AutoInvite: true, TrainersInvite: true,
		MaxBulkCreate: 50, MaxPassesPerRun: 10, MaxHouseholdMembers: 6, Password: PasswordRule{12, true, true, true, true},
		StatusLabels: Gym.Policy().StatusLabels, StageLabels: map[Stage]string{Prospect: "Prospect", Trial: "Taster", Member: "Member"},
		BillingUnit: RegisteredHousehold, Texts: Texts{"S", "B", "Go"},
	}
	want.StatusLabels[Registered] = "In"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("organization (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Gym.Policy(), base); diff != "" {
		t.Errorf("With changed its receiver:\n%s", diff)
	}
	location := PolicyPatch{SendWindow: &WindowChoice{&Window{600, 660, EveryDay}}, StatusLabels: map[ContactStatus]string{NotInvited: "New"}}
	got = got.With(location)
	if *got.Window != (Window{600, 660, EveryDay}) || got.StatusLabels[Registered] != "In" || got.StatusLabels[NotInvited] != "New" || got.TTLDays != 20 {
		t.Errorf("location: %+v", got)
	}
	if got := base.With(PolicyPatch{PasswordMinLength: ptr(3)}).Password; got != PasswordFloor() {
		t.Errorf("a patch weakened the password rule to %+v", got)
	}
}

// fullPatch sets every field, found by reflection, so that a field added later
// and forgotten in patchFields fails here.
func fullPatch(t *testing.T) PolicyPatch {
	var p PolicyPatch
	v := reflect.ValueOf(&p).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.Pointer:
			f.Set(reflect.New(f.Type().Elem()))
		case reflect.Map:
			f.Set(reflect.MakeMap(f.Type()))
			f.SetMapIndex(reflect.ValueOf("KEY").Convert(f.Type().Key()), reflect.ValueOf("word"))
		default:
			t.Fatalf("field %s has kind %s", v.Type().Field(i).Name, f.Kind())
		}
	}
	return p
}

func TestPatchOperationsKnowEveryField(t *testing.T) {
	full := fullPatch(t)
	if n := reflect.TypeFor[PolicyPatch]().NumField(); len(patchFields()) != n {
		t.Errorf("%d fields are known, the patch has %d", len(patchFields()), n)
	}
	if diff := cmp.Diff(full, PolicyPatch{}.Merge(full)); diff != "" {
		t.Errorf("Merge lost:\n%s", diff)
	}
	if diff := cmp.Diff(full, full.Merge(PolicyPatch{})); diff != "" {
		t.Errorf("an empty newer patch changed:\n%s", diff)
	}
	var names []PolicyField
	for i, s := range PolicySources(full, PolicyPatch{}) {
		names = append(names, s.Field)
		if s.Source != FromOrganization {
			t.Errorf("%s comes from %s", s.Field, s.Source)
		}
		if got := PolicySources(full, full)[i].Source; got != FromLocation {
			t.Errorf("%s comes from %s", s.Field, got)
		}
		if got := PolicySources(PolicyPatch{}, PolicyPatch{})[i].Source; got != FromDefault {
			t.Errorf("%s comes from %s", s.Field, got)
		}
		if without := full.Without(s.Field); cmp.Equal(full, without) || !cmp.Equal(full, without.Merge(full)) {
			t.Errorf("Without(%s) gives %+v", s.Field, without)
		}
	}
	if diff := cmp.Diff(PolicyPatch{}, full.Without(names...)); diff != "" {
		t.Errorf("Without left:\n%s", diff)
	}
}

func TestPatchJSONKeepsAnyTimeApartFromUnset(t *testing.T) {
	for text, patch := range map[string]PolicyPatch{
		`{}`:                             {},
		`{"sendWindow":{"window":null}}`: {SendWindow: &WindowChoice{}},
		`{"sendWindow":{"window":{"from":"08:00","to":"16:00","days":["MONDAY"]}}}`: {SendWindow: &WindowChoice{&Window{480, 960, WeekdaysOf(time.Monday)}}},
		`{"ttlDays":3,"autoInvite":false,"statusLabels":{"PENDING":"Out"}}`:         {TTLDays: ptr(3), AutoInvite: ptr(false), StatusLabels: map[ContactStatus]string{"PENDING": "Out"}},
	} {
		got, err := json.Marshal(patch)
		if err != nil || string(got) != text {
			t.Errorf("JSON is %s, %v; want %s", got, err, text)
		}
		var back PolicyPatch
		if err := json.Unmarshal([]byte(text), &back); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if diff := cmp.Diff(patch, back); diff != "" {
			t.Errorf("%s read back (-want +got):\n%s", text, diff)
		}
	}
}

func TestPatchCheckNamesFieldAndRange(t *testing.T) {
	for _, tc := range []struct {
		good, bad []PolicyPatch
		refusal   string
		inMessage string
	}{
		{good: []PolicyPatch{{TTLDays: ptr(1)}, {TTLDays: ptr(30)}}, bad: []PolicyPatch{{TTLDays: ptr(0)}, {TTLDays: ptr(31)}},
			refusal: "INVALID input.ttlDays", inMessage: "from 1 to 30 days"},
		{good: []PolicyPatch{{PassTTLDays: ptr(1)}, {PassTTLDays: ptr(3650)}}, bad: []PolicyPatch{{PassTTLDays: ptr(0)}, {PassTTLDays: ptr(3651)}},
			refusal: "INVALID input.passTtlDays", inMessage: "from 1 to 3650 days"},
		{good: []PolicyPatch{{SendWindow: &WindowChoice{}}}, bad: []PolicyPatch{{SendWindow: &WindowChoice{&Window{480, 960, 0}}}},
			refusal: "INVALID input.sendWindow.days", inMessage: "at least one day"},
		{bad: []PolicyPatch{{SendWindow: &WindowChoice{&Window{960, 480, EveryDay}}}},
			refusal: "INVALID input.sendWindow.to", inMessage: "end after it starts"},
		{good: []PolicyPatch{{PaceSeconds: ptr(0)}, {PaceSeconds: ptr(3600)}}, bad: []PolicyPatch{{PaceSeconds: ptr(-1)}, {PaceSeconds: ptr(3601)}},
			refusal: "INVALID input.paceSeconds", inMessage: "from 0 to 3600 seconds"},
		{good: []PolicyPatch{{Channels: ptr(EmailOnly)}}, bad: []PolicyPatch{{Channels: ptr(ChannelRule(""))}, {Channels: ptr(ChannelRule("FAX"))}},
			refusal: "INVALID input.channels", inMessage: "ALL_AVAILABLE, EMAIL_ONLY or SMS_ONLY"},
		{good: []PolicyPatch{{ReminderDaysBefore: ptr(0)}, {ReminderDaysBefore: ptr(29)}}, bad: []PolicyPatch{{ReminderDaysBefore: ptr(-1)}, {ReminderDaysBefore: ptr(30)}},
			refusal: "INVALID input.reminderDaysBefore", inMessage: "from 0 to 29"},
		{good: []PolicyPatch{{MaxBulkCreate: ptr(1)}, {MaxBulkCreate: ptr(200)}}, bad: []PolicyPatch{{MaxBulkCreate: ptr(0)}, {MaxBulkCreate: ptr(201)}},
			refusal: "INVALID input.maxBulkCreate", inMessage: "from 1 to 200"},
		{good: []PolicyPatch{{MaxPassesPerRun: ptr(1)}, {MaxPassesPerRun: ptr(100)}}, bad: []PolicyPatch{{MaxPassesPerRun: ptr(0)}, {MaxPassesPerRun: ptr(101)}},
			refusal: "INVALID input.maxPassesPerRun", inMessage: "from 1 to 100"},
		{good: []PolicyPatch{{MaxHouseholdMembers: ptr(2)}, {MaxHouseholdMembers: ptr(50)}}, bad: []PolicyPatch{{MaxHouseholdMembers: ptr(1)}, {MaxHouseholdMembers: ptr(51)}},
			refusal: "INVALID input.maxHouseholdMembers", inMessage: "from 2 to 50 members"},
		{good: []PolicyPatch{{PasswordMinLength: ptr(6)}, {PasswordMinLength: ptr(72)}}, bad: []PolicyPatch{{PasswordMinLength: ptr(5)}, {PasswordMinLength: ptr(73)}},
			refusal: "INVALID input.password.minLength", inMessage: "from 6 to 72"},
		{good: []PolicyPatch{{StatusLabels: map[ContactStatus]string{"FAILED": "Did Not Arrive"}}}, bad: []PolicyPatch{
			{StatusLabels: map[ContactStatus]string{"LOST": "Lost"}}, {StatusLabels: map[ContactStatus]string{"FAILED": " "}},
			{StatusLabels: map[ContactStatus]string{"FAILED": strings.Repeat("x", 41)}}},
			refusal: "INVALID input.statusLabels"},
		{bad: []PolicyPatch{{StageLabels: map[Stage]string{"TRIAL": "a\nb"}}}, refusal: "CONTROL_CHARACTERS input.stageLabels"},
		{good: []PolicyPatch{{BillingUnit: ptr(ClientSeat)}}, bad: []PolicyPatch{{BillingUnit: ptr(BillingUnit("HEAD"))}},
			refusal: "INVALID input.billingUnit", inMessage: "CLIENT_SEAT or REGISTERED_HOUSEHOLD"},
		{good: []PolicyPatch{{Subject: ptr("Hello {{name}}")}}, bad: []PolicyPatch{{Subject: ptr("a\r\nBcc: b@example.com")}},
			refusal: "CONTROL_CHARACTERS input.subject", inMessage: "one line"},
	} {
		for _, patch := range tc.good {
			if errs := patch.Check(); len(errs) > 0 {
				t.Errorf("refused: %v", errs)
			}
		}
		for _, patch := range tc.bad {
			errs := patch.Check()
			if diff := cmp.Diff([]string{tc.refusal}, codesAndFields(errs)); diff != "" {
				t.Errorf("refusals (-want +got):\n%s", diff)
			} else if !strings.Contains(errs[0].Message, tc.inMessage) {
				t.Errorf("%q does not say %q", errs[0].Message, tc.inMessage)
			}
		}
	}
	several := PolicyPatch{TTLDays: ptr(99), PaceSeconds: ptr(-5), Button: ptr("")}
	if diff := cmp.Diff([]string{"INVALID input.ttlDays", "INVALID input.paceSeconds", "REQUIRED input.button"}, codesAndFields(several.Check())); diff != "" {
		t.Errorf("not every fault was named (-want +got):\n%s", diff)
	}
}

func TestPolicyCheckComparesReminderWithLife(t *testing.T) {
	for _, tc := range []struct {
		ttl, reminder int
		ok            bool
	}{{10, 0, true}, {1, 0, true}, {10, 9, true}, {10, 10, false}, {3, 9, false}} {
		p := Gym.Policy().With(PolicyPatch{TTLDays: &tc.ttl, ReminderDaysBefore: &tc.reminder})
		if got := p.Check(); (len(got) == 0) != tc.ok {
			t.Errorf("ttl %d, reminder %d: %v", tc.ttl, tc.reminder, got)
		}
	}
}

func TestChannelRuleFor(t *testing.T) {
	for _, tc := range []struct {
		rule         ChannelRule
		email, phone bool
		use, skipped []Channel
	}{
		{AllAvailable, true, true, []Channel{Email, SMS}, nil},
		{AllAvailable, true, false, []Channel{Email}, []Channel{SMS}},
		{AllAvailable, false, true, []Channel{SMS}, []Channel{Email}},
		{AllAvailable, false, false, nil, []Channel{Email, SMS}},
		{EmailOnly, true, true, []Channel{Email}, nil},
		{EmailOnly, false, true, nil, []Channel{Email}},
		{SMSOnly, true, true, []Channel{SMS}, nil},
		{SMSOnly, true, false, nil, []Channel{SMS}},
	} {
		use, skipped := tc.rule.For(tc.email, tc.phone)
		if !cmp.Equal(use, tc.use) || !cmp.Equal(skipped, tc.skipped) {
			t.Errorf("%s, email %t, phone %t: use %v, skip %v; want %v, %v", tc.rule, tc.email, tc.phone, use, skipped, tc.use, tc.skipped)
		}
	}
}
