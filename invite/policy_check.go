package invite

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Limits of a policy's fields; the smallest allowed value is 1 unless said.
const (
	MaxTTLDays           = 30
	MaxPassTTLDays       = 3650
	MaxPaceSeconds       = 3600 // 0 is allowed: no limit
	MaxBulkCreate        = 200
	MaxPassesPerRun      = 100
	MaxHouseholdMembers  = 50 // the smallest is 2
	MaxPasswordMinLength = 72 // the smallest is PasswordFloor's
	MaxLabelLength       = 40 // characters
)

// Check returns every field of the patch that is out of its range, each with
// the range in its message. The fields are those of the schema's
// UpdatePolicyInput, as in "input.ttlDays". What only the effective policy can
// show, Policy.Check finds.
func (p PolicyPatch) Check() Errors {
	var errs Errors
	number := func(field string, value *int, low, high int, unit string) {
		if value != nil && (*value < low || *value > high) {
			errs = append(errs, Errorf(Invalid, "input."+field, "%s must be from %d to %d%s; this is %d.", fieldLabel(field), low, high, unit, *value))
		}
	}
	number("ttlDays", p.TTLDays, 1, MaxTTLDays, " days")
	number("passTtlDays", p.PassTTLDays, 1, MaxPassTTLDays, " days")
	if p.SendWindow != nil {
		errs = append(errs, p.SendWindow.Window.Check("input.sendWindow")...)
	}
	number("paceSeconds", p.PaceSeconds, 0, MaxPaceSeconds, " seconds")
	if p.Channels != nil && !p.Channels.Valid() {
		errs = append(errs, Errorf(Invalid, "input.channels", "Channels must be ALL_AVAILABLE, EMAIL_ONLY or SMS_ONLY."))
	}
	number("reminderDaysBefore", p.ReminderDaysBefore, 0, MaxTTLDays-1, " days, and fewer than ttlDays")
	number("maxBulkCreate", p.MaxBulkCreate, 1, MaxBulkCreate, " contacts")
	number("maxPassesPerRun", p.MaxPassesPerRun, 1, MaxPassesPerRun, " passes")
	number("maxHouseholdMembers", p.MaxHouseholdMembers, 2, MaxHouseholdMembers, " members")
	number("password.minLength", p.PasswordMinLength, PasswordFloor().MinLength, MaxPasswordMinLength, " characters")
	errs = append(errs, checkLabels("input.statusLabels", p.StatusLabels, Gym.Policy().StatusLabels)...)
	errs = append(errs, checkLabels("input.stageLabels", p.StageLabels, Gym.Policy().StageLabels)...)
	if p.BillingUnit != nil && *p.BillingUnit != ClientSeat && *p.BillingUnit != RegisteredHousehold {
		errs = append(errs, Errorf(Invalid, "input.billingUnit", "BillingUnit must be CLIENT_SEAT or REGISTERED_HOUSEHOLD."))
	}
	return append(errs, checkTexts("input.", p.Subject, p.Body, p.Button)...)
}

// checkLabels judges an organization's words; known has every key there is.
func checkLabels[K ~string](field string, labels, known map[K]string) Errors {
	var errs Errors
	for _, key := range slices.Sorted(maps.Keys(labels)) {
		label := labels[key]
		switch n := utf8.RuneCountInString(label); {
		case known[key] == "":
			errs = append(errs, Errorf(Invalid, field, "There is no %q to be named; choose one of %s.", key, joined(known)))
		case strings.TrimSpace(label) == "" || n > MaxLabelLength:
			errs = append(errs, Errorf(Invalid, field, "The label of %s must have 1 to %d characters.", key, MaxLabelLength))
		case strings.ContainsFunc(label, IsControl):
			errs = append(errs, Errorf(ControlCharacters, field, "The label of %s may not contain line breaks or control characters.", key))
		}
	}
	return errs
}

func joined[K ~string](known map[K]string) string {
	var names []string
	for _, key := range slices.Sorted(maps.Keys(known)) {
		names = append(names, string(key))
	}
	return strings.Join(names, ", ")
}
