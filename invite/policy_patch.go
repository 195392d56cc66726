package invite

import "slices"

// PolicyPatch is what an organization, or a location, sets of its policy. A
// nil field is not set: the value of the level above holds. Its JSON form is
// how it is stored.
type PolicyPatch struct {
	TTLDays             *int                     `json:"ttlDays,omitempty"`
	PassTTLDays         *int                     `json:"passTtlDays,omitempty"`
	SendWindow          *WindowChoice            `json:"sendWindow,omitempty"`
	PaceSeconds         *int                     `json:"paceSeconds,omitempty"`
	Channels            *ChannelRule             `json:"channels,omitempty"`
	ReminderDaysBefore  *int                     `json:"reminderDaysBefore,omitempty"`
	AutoInvite          *bool                    `json:"autoInvite,omitempty"`
	TrainersInvite      *bool                    `json:"trainersInvite,omitempty"`
	MaxBulkCreate       *int                     `json:"maxBulkCreate,omitempty"`
	MaxPassesPerRun     *int                     `json:"maxPassesPerRun,omitempty"`
	MaxHouseholdMembers *int                     `json:"maxHouseholdMembers,omitempty"`
	PasswordMinLength   *int                     `json:"passwordMinLength,omitempty"` // the floor's other parts cannot be made stronger
	StatusLabels        map[ContactStatus]string `json:"statusLabels,omitempty"`
	StageLabels         map[Stage]string         `json:"stageLabels,omitempty"`
	BillingUnit         *BillingUnit             `json:"billingUnit,omitempty"`
	Subject             *string                  `json:"subject,omitempty"`
	Body                *string                  `json:"body,omitempty"`
	Button              *string                  `json:"button,omitempty"`
}

// WindowChoice is a send window that was chosen. Its Window is nil where the
// choice was "any time", which is not the same as no choice.
type WindowChoice struct {
	Window *Window `json:"window"`
}

// PolicyField is the name of a field of Policy, as the schema writes it.
type PolicyField string

// patchField is what can be done with one field of a patch, so that no
// operation on whole patches forgets one.
type patchField struct {
	name  PolicyField
	isSet func(PolicyPatch) bool
	copy  func(to *PolicyPatch, from PolicyPatch)
}

// patchFields returns all fields, in the order of the schema.
func patchFields() []patchField {
	return []patchField{
		valueField("ttlDays", func(p *PolicyPatch) **int { return &p.TTLDays }),
		valueField("passTtlDays", func(p *PolicyPatch) **int { return &p.PassTTLDays }),
		valueField("sendWindow", func(p *PolicyPatch) **WindowChoice { return &p.SendWindow }),
		valueField("paceSeconds", func(p *PolicyPatch) **int { return &p.PaceSeconds }),
		valueField("channels", func(p *PolicyPatch) **ChannelRule { return &p.Channels }),
		valueField("reminderDaysBefore", func(p *PolicyPatch) **int { return &p.ReminderDaysBefore }),
		valueField("autoInvite", func(p *PolicyPatch) **bool { return &p.AutoInvite }),
		valueField("trainersInvite", func(p *PolicyPatch) **bool { return &p.TrainersInvite }),
		valueField("maxBulkCreate", func(p *PolicyPatch) **int { return &p.MaxBulkCreate }),
		valueField("maxPassesPerRun", func(p *PolicyPatch) **int { return &p.MaxPassesPerRun }),
		valueField("maxHouseholdMembers", func(p *PolicyPatch) **int { return &p.MaxHouseholdMembers }),
		valueField("password", func(p *PolicyPatch) **int { return &p.PasswordMinLength }),
		labelField("statusLabels", func(p *PolicyPatch) *map[ContactStatus]string { return &p.StatusLabels }),
		labelField("stageLabels", func(p *PolicyPatch) *map[Stage]string { return &p.StageLabels }),
		valueField("billingUnit", func(p *PolicyPatch) **BillingUnit { return &p.BillingUnit }),
		valueField("subject", func(p *PolicyPatch) **string { return &p.Subject }),
		valueField("body", func(p *PolicyPatch) **string { return &p.Body }),
		valueField("button", func(p *PolicyPatch) **string { return &p.Button }),
	}
}

func valueField[T any](name PolicyField, in func(*PolicyPatch) **T) patchField {
	return patchField{
		name:  name,
		isSet: func(p PolicyPatch) bool { return *in(&p) != nil },
		copy:  func(to *PolicyPatch, from PolicyPatch) { *in(to) = *in(&from) },
	}
}

func labelField[K comparable](name PolicyField, in func(*PolicyPatch) *map[K]string) patchField {
	return patchField{
		name:  name,
		isSet: func(p PolicyPatch) bool { return len(*in(&p)) > 0 },
		copy:  func(to *PolicyPatch, from PolicyPatch) { *in(to) = *in(&from) },
	}
}

// Merge returns p with the fields that newer sets, as a whole each: newer's
// labels replace all of p's.
func (p PolicyPatch) Merge(newer PolicyPatch) PolicyPatch {
	for _, f := range patchFields() {
		if f.isSet(newer) {
			f.copy(&p, newer)
		}
	}
	return p
}

// Without returns p with the named fields not set: there the level above holds
// again.
func (p PolicyPatch) Without(names ...PolicyField) PolicyPatch {
	for _, f := range patchFields() {
		if slices.Contains(names, f.name) {
			f.copy(&p, PolicyPatch{})
		}
	}
	return p
}

// Source says which level an effective value of a policy comes from.
type Source string

// The sources.
const (
	FromDefault      Source = "DEFAULT" // the preset's
	FromOrganization Source = "ORGANIZATION"
	FromLocation     Source = "LOCATION"
)

// FieldSource is where one field's effective value comes from.
type FieldSource struct {
	Field  PolicyField
	Source Source
}

// PolicySources returns the source of every field, in the order of the
// schema, of the policy that the two patches lead to. For an organization's
// own policy the location's patch is empty. Labels count as set where at least
// one is.
func PolicySources(organization, location PolicyPatch) []FieldSource {
	fields := patchFields()
	sources := make([]FieldSource, len(fields))
	for i, f := range fields {
		sources[i] = FieldSource{f.name, FromDefault}
		switch {
		case f.isSet(location):
			sources[i].Source = FromLocation
		case f.isSet(organization):
			sources[i].Source = FromOrganization
		}
	}
	return sources
}
