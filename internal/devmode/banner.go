package devmode

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// WriteBanner tells the person where everything is and how to sign in. Where
// the demo data is missing, seeded says why.
func (m *Mode) WriteBanner(w io.Writer, seeded error) error {
	var b strings.Builder
	b.WriteString("\nUsher runs in development mode, for this machine only. Ctrl-C stops it.\n\n")
	lines := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	row := func(columns ...string) { _, _ = fmt.Fprintln(lines, "  "+strings.Join(columns, "\t")) } // into memory
	row("Admin app", m.URL()+"/admin/")
	row("Playground", m.URL()+"/playground/")
	row("Inbox", m.URL()+"/inbox", "every email and text message")
	row("Join pages", m.URL()+"/join", "where a code can be typed")
	_ = lines.Flush()
	if m.wanted != 0 && m.port() != m.wanted {
		fmt.Fprintf(&b, "\n  Port %d is taken, so this is %d.\n", m.wanted, m.port())
	}
	if m.redis != nil && !m.redis.Durable() {
		b.WriteString("\n  Redis is NOT DURABLE: neither redis-server nor valkey-server is installed, so a stand-in\n  forgets its data at each stop. Usher rebuilds it from Postgres.\n")
	}
	if seeded != nil {
		fmt.Fprintf(&b, "\n  No demo accounts: %v.\n  `make reset` removes the development data; the next start then makes them.\n\n", seeded)
		_, err := io.WriteString(w, b.String())
		return err
	}
	b.WriteString("\nSign in with:\n\n")
	where := ""
	for _, a := range Accounts() {
		if a.Where != where && a.Where != "" {
			row(a.Where)
		}
		if a.Where == "" {
			row("Platform")
		}
		where = a.Where
		row("  "+string(a.Role), a.Email, a.Password, a.Name)
	}
	_ = lines.Flush()
	fmt.Fprintf(&b, "\n  %s, Downtown: one message every 2 seconds at any hour, so 200 take 6:40.\n", gymName)
	b.WriteString("  Riverside: the real policy, one a minute from 08:00 to 16:00 in New York; a batch waits there.\n\n")
	_, err := io.WriteString(w, b.String())
	return err
}
