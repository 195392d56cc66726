package invite

import "maps"

// Policy is how an organization, or one of its locations, invites: the
// effective values, nothing left open.
//
// TTLDays, Channels, ReminderDaysBefore and Texts are copied onto an invitation
// when it is queued. Window and PaceSeconds always act at once, also on what
// waits.
type Policy struct {
	TTLDays             int     // days of 24 hours an invitation lives, from its round's first accepted message
	PassTTLDays         *int    // days a printed access pass lives; nil for ever
	Window              *Window // when invitations may leave; nil for any time
	PaceSeconds         int     // least time between two contacts of one location; 0 for no limit
	Channels            ChannelRule
	ReminderDaysBefore  int  // days before expiry at which one reminder falls due; 0 for none
	AutoInvite          bool // whether creating or assigning a full-access type invites by itself
	TrainersInvite      bool // whether trainers may invite their own clients
	MaxBulkCreate       int  // most contacts one call creates
	MaxPassesPerRun     int  // most access passes one run prints
	MaxHouseholdMembers int  // most members a head may bring the household to, the head included
	Password            PasswordRule
	StatusLabels        map[ContactStatus]string // the organization's words, one for every status
	StageLabels         map[Stage]string         // the organization's words, one for every stage
	BillingUnit         BillingUnit
	Texts               Texts // of the invitation email
}

// ChannelRule says which channels an invitation uses.
type ChannelRule string

// The channel rules.
const (
	AllAvailable ChannelRule = "ALL_AVAILABLE"
	EmailOnly    ChannelRule = "EMAIL_ONLY"
	SMSOnly      ChannelRule = "SMS_ONLY"
)

// Valid tells whether c is one of the channel rules.
func (c ChannelRule) Valid() bool { return c == AllAvailable || c == EmailOnly || c == SMSOnly }

// For returns which channels reach a contact who has an email address, a phone
// number, both or neither, and which the rule asks for in vain: their
// deliveries are SKIPPED, and said so. A channel the rule does not ask for is
// in neither.
func (c ChannelRule) For(hasEmail, hasPhone bool) (use, skipped []Channel) {
	add := func(ch Channel, has bool) {
		if has {
			use = append(use, ch)
		} else {
			skipped = append(skipped, ch)
		}
	}
	if c != SMSOnly {
		add(Email, hasEmail)
	}
	if c != EmailOnly {
		add(SMS, hasPhone)
	}
	return use, skipped
}

// BillingUnit is what an organization is billed for.
type BillingUnit string

// The billing units.
const (
	ClientSeat          BillingUnit = "CLIENT_SEAT"          // every client, OFFLINE ones included
	RegisteredHousehold BillingUnit = "REGISTERED_HOUSEHOLD" // households with a registered member; never pending invitations
)

// With returns the policy with the values that patch sets, and p's where it
// sets none. Labels are replaced one by one. A password rule weaker than
// PasswordFloor has no effect. p is left as it was.
func (p Policy) With(patch PolicyPatch) Policy {
	set(&p.TTLDays, patch.TTLDays)
	if patch.PassTTLDays != nil {
		p.PassTTLDays = patch.PassTTLDays
	}
	if patch.SendWindow != nil {
		p.Window = patch.SendWindow.Window
	}
	set(&p.PaceSeconds, patch.PaceSeconds)
	set(&p.Channels, patch.Channels)
	set(&p.ReminderDaysBefore, patch.ReminderDaysBefore)
	set(&p.AutoInvite, patch.AutoInvite)
	set(&p.TrainersInvite, patch.TrainersInvite)
	set(&p.MaxBulkCreate, patch.MaxBulkCreate)
	set(&p.MaxPassesPerRun, patch.MaxPassesPerRun)
	set(&p.MaxHouseholdMembers, patch.MaxHouseholdMembers)
	set(&p.Password.MinLength, patch.PasswordMinLength)
	p.Password.MinLength = max(p.Password.MinLength, PasswordFloor().MinLength)
	p.StatusLabels = maps.Clone(p.StatusLabels)
	maps.Copy(p.StatusLabels, patch.StatusLabels)
	p.StageLabels = maps.Clone(p.StageLabels)
	maps.Copy(p.StageLabels, patch.StageLabels)
	set(&p.BillingUnit, patch.BillingUnit)
	set(&p.Texts.Subject, patch.Subject)
	set(&p.Texts.Body, patch.Body)
	set(&p.Texts.Button, patch.Button)
	return p
}

func set[T any](value *T, patched *T) {
	if patched != nil {
		*value = *patched
	}
}

// Check returns what the values of p together make impossible. Whoever stores
// a patch checks the patch, then the policies that it leads to.
func (p Policy) Check() Errors {
	if p.ReminderDaysBefore > 0 && p.ReminderDaysBefore >= p.TTLDays {
		return Errors{Errorf(Invalid, "input.reminderDaysBefore",
			"An invitation lives %d days, so its reminder must leave fewer than %d days before it expires; 0 turns reminders off.", p.TTLDays, p.TTLDays)}
	}
	return nil
}

// Policy returns the defaults of the preset.
func (p Preset) Policy() Policy {
	policy := Policy{
		TTLDays:             10,
		Window:              &Window{From: 8 * 60, To: 16 * 60, Days: EveryDay},
		PaceSeconds:         60,
		Channels:            AllAvailable,
		MaxBulkCreate:       MaxBulkCreate,
		MaxPassesPerRun:     MaxPassesPerRun,
		MaxHouseholdMembers: 10,
		Password:            PasswordFloor(),
		BillingUnit:         ClientSeat,
		StatusLabels: map[ContactStatus]string{
			NotInvited:              "Never Invited",
			ContactStatus(Queued):   "Invite Queued",
			ContactStatus(Pending):  "Invite Sent",
			ContactStatus(Accepted): "Invite Accepted",
			ContactStatus(Declined): "Invite Declined",
			ContactStatus(Expired):  "Invite Expired",
			ContactStatus(Revoked):  "Invite Revoked",
			ContactStatus(Failed):   "Invite Failed",
			Registered:              "Registered",
		},
		StageLabels: map[Stage]string{Prospect: "Prospect", Trial: "Trial", Member: "Member"},
		Texts: Texts{
			Subject: "Join {{organization}} in the app",
			Body: "Hi {{name}},\n\n{{organization}} invites you to its app: book your classes, see your plan and " +
				"stay in touch with the team.\n\nSetting up your account takes a minute.",
			Button: "Join now",
		},
	}
	switch p {
	case Coach:
		policy.TTLDays = 14
		policy.AutoInvite = true
		policy.TrainersInvite = true
		policy.StatusLabels[ContactStatus(Pending)] = "Invite Pending"
		policy.StageLabels[Member] = "Client"
		policy.Texts = Texts{
			Subject: "{{organization}} invites you to train together",
			Body: "Hi {{name}},\n\n{{organization}} has set up your training in the app: your workouts, your progress and " +
				"a direct line to your coach.\n\nSetting up your account takes a minute.",
			Button: "Start training",
		}
	case Community:
		policy.BillingUnit = RegisteredHousehold
		policy.StageLabels = map[Stage]string{Prospect: "Applicant", Trial: "Guest", Member: "Resident"}
		policy.Texts = Texts{
			Subject: "Your invitation to {{organization}}",
			Body: "Hi {{name}},\n\n{{organization}} is now in the app: news from your neighbors, events and amenities, " +
				"and your household in one place.\n\nSetting up your account takes a minute.",
			Button: "Join your community",
		}
	}
	return policy
}
