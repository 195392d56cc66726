package e2e

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"usher/internal/testenv"
)

// page is a tab of a real browser.
type page struct {
	t    *testing.T
	ctx  context.Context
	base string

	mu       sync.Mutex
	foreign  []string // requests that went elsewhere
	troubles []string // errors that the page threw or logged
}

// open starts a browser. Every request that does not go to base, and every
// error of a page, is noted.
func open(t *testing.T, base string) *page {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		testenv.NotRun(t, "no Chromium on the PATH")
		return nil
	}
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.WindowSize(1280, 900), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
	}
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium refuses to run as root with it
	}
	ctx, cancel := chromedp.NewContext(t.Context(), chromedp.WithAllocatorOptions(options...))
	t.Cleanup(cancel)
	ctx, timeout := context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(timeout)
	p := &page{t: t, ctx: ctx, base: base}
	if err := chromedp.Listen(ctx, p.note); err != nil {
		t.Fatalf("browser: %v", err)
	}
	p.does("listen", chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
		return err
	}))
	return p
}

func (p *page) note(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		url := e.Request.URL
		if !strings.HasPrefix(url, p.base) && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:"+p.base) {
			p.foreign = append(p.foreign, url)
		}
	case *runtime.EventExceptionThrown:
		p.troubles = append(p.troubles, e.ExceptionDetails.Text+" "+e.ExceptionDetails.URL)
	}
}

// does runs the steps, and tells what stood on the page where one failed.
func (p *page) does(what string, steps ...step) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, time.Minute)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		text, _ := chromedp.Run(p.ctx, chromedp.Evaluate[string](`document.body.innerText.slice(0, 2000)`))
		p.shot("failed")
		p.t.Fatalf("%s: %v\n%s", what, err, text)
	}
}

type step = chromedp.Action[chromedp.Void]

// reads waits until the page, or the one it leads to, shows the text. The
// editor writes spaces that do not break.
func reads(text string) step {
	look := chromedp.Evaluate[bool](fmt.Sprintf(`document.body.innerText.replaceAll("\u00a0", " ").includes(%q)`, text))
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for {
			if found, err := look(ctx, t); err == nil && found { // an error is a page that just went away
				return nil
			}
			select {
			case <-ctx.Done():
				return fmt.Errorf("the page never showed %q: %w", text, ctx.Err())
			case <-time.After(50 * time.Millisecond):
			}
		}
	})
}

// types types text into a field, again where a busy page lost a key.
func types(selector, text string) step {
	field := chromedp.CSS(selector)
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for {
			if _, err := chromedp.Steps(chromedp.Clear(field), chromedp.SendKeys(field, text))(ctx, t); err != nil {
				return err
			}
			if got, err := chromedp.Value(field)(ctx, t); err != nil || got == text {
				return err
			}
		}
	})
}

// shot keeps a picture of the page among the test's artifacts.
func (p *page) shot(name string) {
	p.t.Helper()
	picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(filepath.Join(p.t.ArtifactDir(), name+".png"), picture, 0o600)
	}
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		p.t.Errorf("picture %s: %v", name, err)
	}
}

// quiet asserts that nothing went to another origin and no page complained.
func (p *page) quiet() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.foreign) > 0 {
		p.t.Errorf("requests to other origins: %v", p.foreign)
	}
	if len(p.troubles) > 0 {
		p.t.Errorf("errors in the page: %v", p.troubles)
	}
}

// click presses the button or link with this text.
func click(text string) step {
	return chromedp.Click(chromedp.Search(fmt.Sprintf(`//*[self::button or self::a][contains(normalize-space(.), %q)]`, text)), chromedp.NodeVisible)
}

// The road of the README as a person walks it: in the playground, the inbox
// and the join pages.
func TestTheRoadInABrowser(t *testing.T) {
	s := start(t, t.TempDir())
	p := open(t, s.base)
	if p == nil {
		return
	}
	list := read(t, "../examples/paste-200.txt")

	p.does("sign in", chromedp.Navigate(s.base+"/playground/"), chromedp.WaitVisible(chromedp.CSS(`input[type=email]`)),
		types(`input[type=email]`, managerEmail), types(`input[type=password]`, managerPassword),
		click("Sign in"), reads("Lena Okoro"))
	p.shot("1-signed-in")

	p.does("create 200", click("Create 200 clients"), chromedp.WaitVisible(chromedp.CSS(`#paste`)),
		chromedp.Evaluate[chromedp.Void](fill("#paste", list)), reads("ines.garcia@gym-mail.example"),
		chromedp.Click(chromedp.CSS(`.graphiql-execute-button`)), reads(`"createdCount": 200`))
	p.shot("2-created")

	p.does("invite them", click("Invite them"), reads("mutation InviteContacts("),
		chromedp.Click(chromedp.CSS(`.graphiql-execute-button`)), reads(`"queuedCount": 200`))
	p.shot("3-invited")

	p.does("watch", click("Watch the statuses change"), reads("subscription InvitationStatusChanged("),
		chromedp.Click(chromedp.CSS(`.graphiql-execute-button`)), reads(`"to": "PENDING"`))
	p.shot("4-watching")

	p.does("open the inbox", chromedp.Navigate(s.base+"/inbox"), reads("ines.garcia@gym-mail.example"))
	p.does("open an email", click("ines.garcia@gym-mail.example"), chromedp.WaitVisible(chromedp.CSS(`iframe`)), reads("Arrived"))
	p.shot("5-inbox")
	p.quiet()

	m := s.only("ines.garcia@gym-mail.example")
	p.does("follow the link", chromedp.Navigate(s.base+"/join/"+m.token(t)), reads("Iron Temple Gym"))
	address, err := chromedp.Run(p.ctx, chromedp.Location())
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(address, m.token(t)) {
		t.Errorf("the token stands in the address bar: %s", address)
	}
	p.shot("6-join")
	p.does("a weak password", types(`#name`, "Inés García"), types(`#password`, "abc"),
		chromedp.Submit(chromedp.CSS(`#password`)), reads("at least 6 characters"))
	p.shot("7-weak-password")
	p.does("join", types(`#password`, newPassword), chromedp.Submit(chromedp.CSS(`#password`)), reads("Signed in as Inés García"))
	p.shot("8-in")
	s.signsIn("ines.garcia@gym-mail.example")
}

// fill sets a React field's value as typing would, which is what a paste of
// several thousand characters comes down to.
func fill(selector, value string) string {
	return fmt.Sprintf(`(() => {
		const field = document.querySelector(%q);
		Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, %q);
		field.dispatchEvent(new Event("input", {bubbles: true}));
	})()`, selector, value)
}
