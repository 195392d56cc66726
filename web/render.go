package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
)

// JoinAssets returns the style sheets, script and icon of the join pages, which
// expect them under JoinAssetsPath. The pages ask for each with its version, so
// that a browser may keep an answer for ever.
func JoinAssets() fs.FS { return sub(join, "join/assets") }

// RenderEnterCode writes the page that asks for a typed code. It and the other
// Render functions write nothing when they fail, and fail only when w does or
// when a template is wrong.
func RenderEnterCode(w io.Writer, p EnterCodePage) error { return render(w, p.Locale, "enter_code", p) }

// RenderInvitation writes the page on which the invitee registers or declines.
func RenderInvitation(w io.Writer, p InvitationPage) error {
	return render(w, p.Locale, "invitation", p)
}

// RenderProve writes the page that asks for the mailed or texted 6-digit code.
func RenderProve(w io.Writer, p ProvePage) error { return render(w, p.Locale, "prove", p) }

// RenderLinkExpired writes the page of an expired link.
func RenderLinkExpired(w io.Writer, p LinkPage) error { return render(w, p.Locale, "link_expired", p) }

// RenderLinkRenewed writes the answer to asking for a new invitation.
func RenderLinkRenewed(w io.Writer, p LinkPage) error { return render(w, p.Locale, "link_renewed", p) }

// RenderLinkUsed writes the page of a link that was used already.
func RenderLinkUsed(w io.Writer, p LinkPage) error { return render(w, p.Locale, "link_used", p) }

// RenderLinkNotValid writes the page of a link that was revoked, replaced or
// never existed.
func RenderLinkNotValid(w io.Writer, p JoinPage) error {
	return render(w, p.Locale, "link_not_valid", p)
}

// RenderLinkOffline writes the page of a link whose contact is OFFLINE.
func RenderLinkOffline(w io.Writer, p JoinPage) error { return render(w, p.Locale, "link_offline", p) }

// RenderDecline writes the page that asks before it declines.
func RenderDecline(w io.Writer, p LinkPage) error { return render(w, p.Locale, "decline", p) }

// RenderDeclined writes the answer to declining.
func RenderDeclined(w io.Writer, p JoinPage) error { return render(w, p.Locale, "declined", p) }

// RenderSignedIn writes the "You are in" page.
func RenderSignedIn(w io.Writer, p SignedInPage) error { return render(w, p.Locale, "signed_in", p) }

// RenderSignIn writes the page that asks for email and password.
func RenderSignIn(w io.Writer, p SignInPage) error { return render(w, p.Locale, "sign_in", p) }

// RenderLimitReached writes the page for too many attempts.
func RenderLimitReached(w io.Writer, p LimitReachedPage) error {
	return render(w, p.Locale, "limit_reached", p)
}

// RenderFault writes the page for a fault of ours.
func RenderFault(w io.Writer, p FaultPage) error { return render(w, p.Locale, "fault", p) }

// pages maps a language and a page's name to its template, laid out.
var pages = parsePages()

func parsePages() map[*Locale]map[string]*template.Template {
	files, err := fs.Glob(join, "join/*.html")
	if err != nil {
		panic(err)
	}
	parsed := map[*Locale]map[string]*template.Template{}
	for _, l := range locales {
		layout := template.Must(template.New("").Funcs(l.functions()).ParseFS(join, "join/parts/*.html"))
		parsed[l] = map[string]*template.Template{}
		for _, file := range files {
			name := strings.TrimSuffix(strings.TrimPrefix(file, "join/"), ".html")
			parsed[l][name] = template.Must(template.Must(layout.Clone()).ParseFS(join, file))
		}
	}
	return parsed
}

// joinPaths are the addresses by the names that templates use.
var joinPaths = map[string]string{
	"join":        JoinPath,
	"sign-in":     JoinSignInPath,
	"code":        JoinCodePath,
	"decline":     JoinDecline,
	"proof":       JoinProofPath,
	"proof-again": JoinProofAgain,
	"renew":       JoinRenewPath,
	"sign-out":    JoinSignOut,
	"household":   HouseholdPath,
}

// assetURL is the address of an asset with a version that follows its content.
func assetURL(name string) (string, error) {
	content, err := fs.ReadFile(JoinAssets(), name)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(content)
	return JoinAssetsPath + name + "?v=" + hex.EncodeToString(sum[:4]), nil
}

// phoneNumber is what people write one with.
var phoneNumber = regexp.MustCompile(`^\+?[0-9][0-9 ().-]{4,}$`)

// contactURL is the link to write to or call contact, and empty when it is
// neither an email address nor a phone number.
func contactURL(contact string) template.URL {
	if a, err := mail.ParseAddress(contact); err == nil && a.Address == contact {
		return template.URL("mailto:" + url.PathEscape(contact))
	}
	if phoneNumber.MatchString(contact) {
		return template.URL("tel:" + strings.Map(dialable, contact))
	}
	return ""
}

// dialable drops everything but digits and the plus sign.
func dialable(r rune) rune {
	if r == '+' || '0' <= r && r <= '9' {
		return r
	}
	return -1
}

func render(w io.Writer, l *Locale, name string, page any) error {
	var out bytes.Buffer
	if err := pages[l.or()][name].ExecuteTemplate(&out, "page", page); err != nil {
		return fmt.Errorf("join page %s: %w", name, err)
	}
	_, err := out.WriteTo(w)
	return err
}

// FieldState is what a template needs to draw one input.
type FieldState struct {
	Field       string
	Messages    []string // what is wrong with it
	DescribedBy string   // ids of its hint and messages
	Focus       bool
}

// Field returns the state of the input called name. first says whether it is
// the page's first one, which gets the cursor unless an error claims it; hints
// are the ids of the texts that explain it.
func (p JoinPage) Field(name string, first bool, hints ...string) FieldState {
	state := FieldState{Field: name}
	faulty := "" // the first field with an error
	for _, e := range p.Errors {
		if faulty == "" {
			faulty = e.Field
		}
		if e.Field == name {
			state.Messages = append(state.Messages, e.Message)
		}
	}
	state.Focus = faulty == name || faulty == "" && first
	if len(state.Messages) > 0 {
		hints = append(hints, name+"-error")
	}
	state.DescribedBy = strings.Join(hints, " ")
	return state
}
