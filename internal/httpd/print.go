package httpd

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"math"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"usher/app"
	"usher/auth"
	"usher/invite"
	"usher/paper"
	"usher/web"
)

// printPath is where sheets of access passes are opened: the PDF with
// printSuffix behind the sheet's id, and the page that prints the same without.
const (
	printPath   = "/passes/"
	printSuffix = ".pdf"
)

// policyPDF is for a file that browsers show in a viewer of their own, some of
// which lay it out with styles that this policy would else refuse.
const policyPDF = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// policyPrint is the content security policy of a page with this nonce.
func policyPrint(nonce string) string {
	return "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce + "'; img-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

// printer serves sheets of access passes to those who may print them. A sheet
// holds credentials: it is made anew for each answer, and no cache keeps it.
type printer struct {
	Options
	rendering chan struct{} // one place: a sheet takes a processor, and may not take them all
}

func (p *printer) register(mux *http.ServeMux) {
	mux.Handle("GET "+printPath+"{sheet}", noStore(http.HandlerFunc(p.open)))
}

func (p *printer) open(w http.ResponseWriter, r *http.Request) {
	id, asPDF := strings.CutSuffix(r.PathValue("sheet"), printSuffix)
	sheet, err := p.sheet(w, r, invite.ID(id))
	switch {
	case err != nil:
		p.refuse(w, r, err)
		return
	case len(sheet.Passes) == 0:
		p.notice(w, http.StatusGone, paper.Notice{
			Title: "There is nothing left to print", Text: "The access passes of this sheet were used or revoked, or have expired.",
			Link: adminPath, LinkText: "Go to Usher",
		})
		return
	}
	select {
	case p.rendering <- struct{}{}:
		defer func() { <-p.rendering }()
	case <-r.Context().Done():
		return
	}
	if asPDF {
		p.pdf(w, r, sheet)
	} else {
		p.page(w, r, sheet)
	}
}

// sheet returns what the visitor may print under that id.
func (p *printer) sheet(w http.ResponseWriter, r *http.Request, id invite.ID) (paper.Sheet, error) {
	actor, err := p.signedIn(w, r)
	if err != nil {
		return paper.Sheet{}, err
	}
	opened, err := p.App.OpenPrint(auth.WithActor(r.Context(), actor), id)
	if err != nil {
		return paper.Sheet{}, err
	}
	org := opened.Organization
	home := strings.TrimRight(p.PublicURL.String(), "/") + web.JoinPath
	sheet := paper.Sheet{
		Organization: org.Name, Accent: org.Accent(), LogoPath: org.LogoPath(), Language: org.Language, Support: org.SupportContact,
		JoinURL: home, Paper: opened.Paper, PerPage: opened.PerPage, Made: p.Now(),
	}
	if org.Logo != "" {
		switch logo, err := p.App.Logo(r.Context(), org.ID); {
		case err == nil:
			sheet.Logo = logo.Picture
		case invite.CodeOf(err) != invite.NotFound: // else it was taken away meanwhile
			return paper.Sheet{}, err
		}
	}
	for _, pass := range opened.Passes {
		sheet.Passes = append(sheet.Passes, paper.Pass{
			Reference: pass.Reference, Code: pass.Code, Link: home + "/" + pass.Token, Location: pass.Location,
			Expires: expiresIn(pass), For: pass.For,
		})
	}
	return sheet, nil
}

// expiresIn returns when the pass expires, in its location's zone; zero for
// never.
func expiresIn(pass app.PrintedPass) time.Time {
	return expiry(app.Preview{ExpiresAt: pass.ExpiresAt, TimeZone: pass.TimeZone})
}

func (p *printer) pdf(w http.ResponseWriter, r *http.Request, s paper.Sheet) {
	var file bytes.Buffer
	if err := paper.PDF(&file, s); err != nil {
		p.refuse(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", policyPDF)
	h.Set("Content-Type", "application/pdf")
	h.Set("Content-Disposition", mime.FormatMediaType("inline", map[string]string{"filename": sheetName(s.Organization)}))
	h.Set("Content-Length", strconv.Itoa(file.Len()))
	_, _ = file.WriteTo(w) // a client that left needs no answer
}

// sheetName is what the file is called where it is kept. Systems refuse or
// change some characters in names.
func sheetName(organization string) string {
	kept := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, organization)
	return strings.TrimSpace(kept+" access passes") + printSuffix
}

func (p *printer) page(w http.ResponseWriter, r *http.Request, s paper.Sheet) {
	nonce := newNonce()
	var page bytes.Buffer
	if err := paper.Page(&page, s, nonce); err != nil {
		p.refuse(w, r, err)
		return
	}
	p.html(w, http.StatusOK, nonce, &page)
}

func (p *printer) html(w http.ResponseWriter, status int, nonce string, page *bytes.Buffer) {
	h := w.Header()
	h.Set("Content-Security-Policy", policyPrint(nonce))
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(page.Len()))
	w.WriteHeader(status)
	_, _ = page.WriteTo(w) // a client that left needs no answer
}

func newNonce() string {
	var random [16]byte
	_, _ = rand.Read(random[:]) // never fails, says its documentation
	return base64.StdEncoding.EncodeToString(random[:])
}

// refuse says why there is no sheet. Another organization's does not exist.
func (p *printer) refuse(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil { // the client left
		return
	}
	link := paper.Notice{Link: adminPath, LinkText: "Go to Usher"}
	status := http.StatusInternalServerError
	switch invite.CodeOf(err) {
	case invite.Unauthenticated:
		status = http.StatusUnauthorized
		w.Header().Set("WWW-Authenticate", `Cookie realm="Usher"`) // RFC 9110, 11.6.1, asks for one
		link.Title, link.LinkText = "Sign in to print", "Sign in"
		link.Text = "Access passes open for whoever prints them only. Sign in, then print again from the run."
	case invite.Forbidden:
		status = http.StatusForbidden
		link.Title, link.Text = "You may not print access passes", "Ask an owner or a leader of your organization to print them."
	case invite.NotFound:
		status = http.StatusNotFound
		link.Title, link.Text = "This print link has ended", "Print again from the run."
	case invite.RateLimited:
		status = http.StatusTooManyRequests
		link.Title, link.Text = "Too many sheets at once", "Wait a minute, then open this page again."
		var limit *app.RateLimit
		if errors.As(err, &limit) {
			w.Header().Set("Retry-After", strconv.Itoa(max(1, int(math.Ceil(limit.RetryAfter.Seconds())))))
		}
	default:
		id := uuid.NewString()
		link.Title, link.Text = "Something went wrong on our side", "Tell support this number: "+id
		p.Log.ErrorContext(r.Context(), "sheet of access passes failed", "id", id, "route", route(r), "err", err)
	}
	p.notice(w, status, link)
}

func (p *printer) notice(w http.ResponseWriter, status int, n paper.Notice) {
	nonce := newNonce()
	var page bytes.Buffer
	if err := paper.WriteNotice(&page, n, nonce); err != nil {
		http.Error(w, n.Title+". "+n.Text, status)
		return
	}
	p.html(w, status, nonce, &page)
}
