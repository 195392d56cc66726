package httpd

import (
	"context"
	"encoding/csv"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/google/uuid"

	"usher/app"
	"usher/auth"
	"usher/invite"
)

// billing serves what counts for the bill as CSV (RFC 4180): a table of days,
// then one of what counted, both of four columns.
func billing(o Options) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		actor, err := o.signedIn(w, r)
		if err != nil {
			o.refuseFile(w, r, err)
			return
		}
		ctx := auth.WithActor(r.Context(), actor)
		b, err := o.usage(ctx, r)
		if err != nil {
			o.refuseFile(w, r, err)
			return
		}
		w.Header().Set("Content-Type", "text/csv; charset=utf-8; header=present")
		w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": billingFile(b)}))
		if err := o.writeUsage(ctx, w, b); err != nil {
			if ctx.Err() == nil { // the client is still there
				o.Log.ErrorContext(ctx, "billing not read", "organization", b.Organization.ID, "err", err)
			}
			panic(http.ErrAbortHandler) // half a bill must not look like a whole one
		}
	}
}

// usage reads what is asked for.
func (o Options) usage(ctx context.Context, r *http.Request) (app.Billing, error) {
	q := r.URL.Query()
	var organization *invite.ID
	if text := q.Get("organization"); text != "" {
		id, err := uuid.Parse(text)
		if err != nil {
			return app.Billing{}, invite.Errorf(invite.NotFound, "organization", "No such organization.")
		}
		organization = new(invite.ID(id.String()))
	}
	var days *app.DaysInput
	if q.Has("from") || q.Has("to") {
		days = &app.DaysInput{From: q.Get("from"), To: q.Get("to")}
	}
	return o.App.BillingUsage(ctx, organization, days)
}

// billingFile names the organization and the days: letters and digits of any
// script.
func billingFile(b app.Billing) string {
	words := strings.FieldsFunc(b.Organization.Name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	days := b.Period.Days
	return strings.Join(append(words, "billing", days[0], "to", days[len(days)-1]), "-") + ".csv"
}

// byteOrderMark tells spreadsheets that the text is UTF-8; without it they
// take names for another encoding's.
const byteOrderMark = "\ufeff"

func (o Options) writeUsage(ctx context.Context, out io.Writer, b app.Billing) error {
	if _, err := io.WriteString(out, byteOrderMark); err != nil {
		return err
	}
	c := csv.NewWriter(out)
	c.UseCRLF = true
	rows := [][]string{{"Day", "Billed", "Registered households", "Seats"}}
	for _, d := range b.Days {
		rows = append(rows, []string{d.Date, strconv.Itoa(d.Billed), strconv.Itoa(d.Households), strconv.Itoa(d.Seats)})
	}
	if err := c.WriteAll(rows); err != nil {
		return err
	}
	if _, err := io.WriteString(out, "\r\n"); err != nil {
		return err
	}
	if b.Unit == invite.RegisteredHousehold {
		if err := o.writeHouseholds(ctx, c, b); err != nil {
			return err
		}
	} else {
		rows := [][]string{{"Client type", "Clients now", "", ""}}
		for _, s := range b.Seats {
			rows = append(rows, []string{string(s.ClientType), strconv.Itoa(s.N), "", ""})
		}
		return c.WriteAll(rows)
	}
	c.Flush()
	return c.Error()
}

func (o Options) writeHouseholds(ctx context.Context, c *csv.Writer, b app.Billing) error {
	zone := " (" + b.Period.Zone.String() + ")"
	if err := c.Write([]string{"Household", "Counted from" + zone, "Counted until" + zone, "Because of"}); err != nil {
		return err
	}
	at := func(t *time.Time) string {
		if t == nil {
			return ""
		}
		return t.In(b.Period.Zone).Format("2006-01-02 15:04")
	}
	for s, err := range o.App.AllBilledHouseholds(ctx, b) {
		if err != nil {
			return err
		}
		if err := c.Write([]string{harmless(s.Name), at(&s.BeganAt), at(s.EndedAt), harmless(s.Because)}); err != nil {
			return err
		}
	}
	return nil
}

// harmless marks a cell that a spreadsheet would run as a formula as text
// (OWASP, CSV injection).
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
