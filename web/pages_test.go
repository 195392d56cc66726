package web

import (
	"io"
	"time"
)

// What a hostile or merely foreign person may put where a name stands.
const (
	hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`
	rtl     = "נועה \u202eكريم"
)

var berlin = time.FixedZone("CET", 3600)

func hostilePage(l *Locale, errs ...FieldError) JoinPage {
	return JoinPage{
		Locale: l, Here: JoinPath, CSRF: "t0ken\"", Organization: hostile, Accent: "#ffcc00", Logo: "/logo/gym?v=abc",
		Support: "help@gym.example", Errors: errs,
	}
}

// everyPage is each page, and each of its faces, with hostile input.
func everyPage(l *Locale) map[string]func(io.Writer) error {
	hostilePage := func(errs ...FieldError) JoinPage { return hostilePage(l, errs...) }
	bad := func(fields ...string) (errs []FieldError) {
		for _, f := range fields {
			errs = append(errs, FieldError{Field: f, Message: f + " is wrong: " + hostile})
		}
		return errs
	}
	invitation := InvitationPage{
		JoinPage: hostilePage(), MaskedAddress: hostile, MaskedEmail: hostile, Carried: Carried{Name: rtl + hostile, Email: hostile},
		ExpiresAt:    time.Date(2026, 11, 30, 16, 0, 0, 0, berlin),
		PasswordRule: []RulePart{{"LENGTH", 12}, {Kind: "UPPER"}, {Kind: "LOWER"}, {Kind: "DIGIT"}, {Kind: "SYMBOL"}},
	}
	invitationErrors := invitation
	invitationErrors.Errors = bad(FieldPassword, FieldPassword)
	askEmail := invitation
	askEmail.AskEmail = true
	askEmail.Errors = bad(FieldEmail, FieldPassword)
	exists := invitation
	exists.AccountExists, exists.Proof = true, hostile
	carried := Carried{Name: rtl + hostile, Email: hostile, Phone: hostile, Address: rtl + hostile}
	pass := InvitationPage{
		JoinPage: hostilePage(), Carried: carried, Pass: true, AskEmail: true, AskPhone: true, AskAddress: true,
		ExpiresAt: invitation.ExpiresAt, PasswordRule: invitation.PasswordRule,
	}
	pass.Errors = bad(FieldEmail, FieldPhone, FieldAddress)
	bound := pass
	bound.AskEmail, bound.MaskedEmail, bound.Errors = false, hostile, bad(FieldPhone)
	boundPhone := pass
	boundPhone.MaskedPhone = hostile
	added := invitation
	added.Household, added.AddedBy = rtl+hostile, rtl+hostile
	proof := ProvePage{JoinPage: hostilePage(), SentTo: hostile, Carried: carried}
	phoneProof := proof
	phoneProof.ByPhone = true
	phoneProof.Errors = bad(FieldPhoneProof)
	proofPassword := proof
	proofPassword.AskPassword = true
	proofPassword.Errors = bad(FieldProof)
	household := HouseholdPage{
		JoinPage: hostilePage(), Household: rtl + hostile, Address: hostile, Head: hostile, Manages: true, Name: hostile, Reach: hostile, Done: "added",
	}
	for n, state := range []string{"REGISTERED", "INVITED", "ADDED", "LAPSED", "ON_FILE", "LISTED"} {
		household.Members = append(household.Members, HouseholdMember{
			ID: "id-" + state, Name: rtl + hostile, Reach: "someone@a-very-long-name-of-a-mail-server.example", State: state, IsHead: n == 0, IsViewer: n == 0, Problem: n == 3,
		})
	}
	householdErrors, householdFull, householdRead, householdHeadless := household, household, household, household
	householdErrors.Errors, householdErrors.Done = bad(FieldName, FieldReach), ""
	householdFull.Full = 10
	householdRead.Manages = false
	householdHeadless.Manages, householdHeadless.Head, householdHeadless.Address = false, "", ""
	member := func(n int, mayHead, last bool, errs ...FieldError) func(io.Writer) error {
		return func(w io.Writer) error {
			return RenderHouseholdMember(w, HouseholdMemberPage{
				JoinPage: hostilePage(errs...), Household: hostile, Member: household.Members[n], MayHead: mayHead, Last: last, Name: hostile, Reach: hostile,
			})
		}
	}
	link := LinkPage{JoinPage: hostilePage(), MaskedAddress: hostile}

	return map[string]func(io.Writer) error{
		"enter code": func(w io.Writer) error {
			return RenderEnterCode(w, EnterCodePage{JoinPage: hostilePage(), Code: hostile})
		},
		"wrong code": func(w io.Writer) error {
			return RenderEnterCode(w, EnterCodePage{JoinPage: hostilePage(bad(FieldCode)...), Code: hostile})
		},
		"invitation":              func(w io.Writer) error { return RenderInvitation(w, invitation) },
		"invitation, weak":        func(w io.Writer) error { return RenderInvitation(w, invitationErrors) },
		"invitation, email asked": func(w io.Writer) error { return RenderInvitation(w, askEmail) },
		"invitation, account":     func(w io.Writer) error { return RenderInvitation(w, exists) },
		"prove email":             func(w io.Writer) error { return RenderProve(w, proof) },
		"prove phone":             func(w io.Writer) error { return RenderProve(w, phoneProof) },
		"pass":                    func(w io.Writer) error { return RenderInvitation(w, pass) },
		"pass, bound":             func(w io.Writer) error { return RenderInvitation(w, bound) },
		"pass, bound by phone":    func(w io.Writer) error { return RenderInvitation(w, boundPhone) },
		"added":                   func(w io.Writer) error { return RenderInvitation(w, added) },
		"pass used":               func(w io.Writer) error { return RenderLinkUsed(w, LinkPage{JoinPage: hostilePage(), Pass: true}) },
		"pass expired":            func(w io.Writer) error { return RenderLinkExpired(w, LinkPage{JoinPage: hostilePage(), Pass: true}) },
		"household expired": func(w io.Writer) error {
			return RenderLinkExpired(w, LinkPage{JoinPage: hostilePage(), Household: hostile})
		},
		"prove email, password": func(w io.Writer) error { return RenderProve(w, proofPassword) },
		"link expired":          func(w io.Writer) error { return RenderLinkExpired(w, link) },
		"link renewed":          func(w io.Writer) error { return RenderLinkRenewed(w, link) },
		"link used":             func(w io.Writer) error { return RenderLinkUsed(w, link) },
		"link not valid":        func(w io.Writer) error { return RenderLinkNotValid(w, hostilePage()) },
		"link offline":          func(w io.Writer) error { return RenderLinkOffline(w, hostilePage()) },
		"decline":               func(w io.Writer) error { return RenderDecline(w, link) },
		"declined":              func(w io.Writer) error { return RenderDeclined(w, hostilePage()) },
		"signed in": func(w io.Writer) error {
			return RenderSignedIn(w, SignedInPage{JoinPage: hostilePage(), Name: rtl + hostile})
		},
		"signed in, with a household": func(w io.Writer) error {
			return RenderSignedIn(w, SignedInPage{JoinPage: hostilePage(), Name: rtl + hostile, Household: true})
		},
		"household":                 func(w io.Writer) error { return RenderHousehold(w, household) },
		"household, refused":        func(w io.Writer) error { return RenderHousehold(w, householdErrors) },
		"household, full":           func(w io.Writer) error { return RenderHousehold(w, householdFull) },
		"household, read only":      func(w io.Writer) error { return RenderHousehold(w, householdRead) },
		"household, without a head": func(w io.Writer) error { return RenderHousehold(w, householdHeadless) },
		"household member, head":    member(0, false, false),
		"household member, last":    member(0, false, true),
		"household member, joined":  member(1, true, false),
		"household member, added":   member(2, false, false, bad(FieldName, FieldReach)...),
		"household member, lapsed":  member(3, false, false),
		"household member, on file": member(4, false, false),
		"household member, listed":  member(5, false, false),
		"no household":              func(w io.Writer) error { return RenderNoHousehold(w, NoHouseholdPage{JoinPage: hostilePage()}) },
		"no household, staff": func(w io.Writer) error {
			return RenderNoHousehold(w, NoHouseholdPage{JoinPage: hostilePage(), Staff: true})
		},
		"sign in": func(w io.Writer) error {
			return RenderSignIn(w, SignInPage{JoinPage: hostilePage(), Email: hostile})
		},
		"sign in, refused": func(w io.Writer) error {
			return RenderSignIn(w, SignInPage{JoinPage: hostilePage(bad("")...), Email: hostile})
		},
		"link expired, address unknown": func(w io.Writer) error { return RenderLinkExpired(w, LinkPage{JoinPage: hostilePage()}) },
		"link renewed, address unknown": func(w io.Writer) error { return RenderLinkRenewed(w, LinkPage{JoinPage: hostilePage()}) },
		"fault":                         func(w io.Writer) error { return RenderFault(w, FaultPage{JoinPage: hostilePage(), ID: "id-1"}) },
		"limit reached": func(w io.Writer) error {
			return RenderLimitReached(w, LimitReachedPage{JoinPage: hostilePage(), RetryAfter: 90 * time.Second})
		},
	}
}
