package web

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// scriptPages are faces of the pages on which the script has something to do.
func scriptPages() map[string]func(io.Writer) error {
	base := JoinPage{Here: JoinPath, CSRF: "x", Organization: "Iron Temple", Support: "desk@gym.example"}
	invitation := InvitationPage{
		JoinPage: base, MaskedAddress: "m•••a@mail.example", MaskedEmail: "m•••a@mail.example", Carried: Carried{Name: "Maria"},
		ExpiresAt:    time.Date(2026, 11, 30, 16, 0, 0, 0, berlin),
		PasswordRule: []RulePart{{"LENGTH", 8}, {Kind: "UPPER"}, {Kind: "LOWER"}, {Kind: "DIGIT"}, {Kind: "SYMBOL"}},
	}
	return map[string]func(io.Writer) error{
		"code": func(w io.Writer) error { return RenderEnterCode(w, EnterCodePage{JoinPage: base}) },
		"refused": func(w io.Writer) error {
			refused := base
			refused.Errors = []FieldError{{FieldCode, "No."}}
			return RenderEnterCode(w, EnterCodePage{JoinPage: refused, Code: "abcde 12345"})
		},
		"proof": func(w io.Writer) error {
			return RenderProve(w, ProvePage{JoinPage: base, SentTo: "m@m"})
		},
		"invitation": func(w io.Writer) error { return RenderInvitation(w, invitation) },
		"sign-in":    func(w io.Writer) error { return RenderSignIn(w, SignInPage{JoinPage: base}) },
	}
}

// The keys of the tests, as chromedp writes them.
const (
	backspace = "\b"
	deleteKey = "\u007f"
)

// TestScript drives the pages in a real browser.
func TestScript(t *testing.T) {
	b := newBrowser(t, scriptPages())
	code := chromedp.CSS("#code")
	caret := `[document.querySelector("input.code").value, document.querySelector("input.code").selectionStart]`
	paste := func(text string) string {
		return fmt.Sprintf(`(() => {
			const data = new DataTransfer();
			data.setData("text", %q);
			return document.querySelector("input.code").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
		})()`, text)
	}

	t.Run("a code is grouped and forgiven", func(t *testing.T) {
		b.t = t
		b.opens("code")
		b.does(chromedp.SendKeys(code, "k7qm2"))
		b.has(caret, []any{"K7QM2", 5})
		b.does(chromedp.SendKeys(code, "9"))
		b.has(caret, []any{"K7QM2-9", 7})
		b.does(chromedp.SendKeys(code, "- oil."))
		b.has(caret, []any{"K7QM2-9011", 10})
		b.does(chromedp.SendKeys(code, "t"))
		b.has(caret, []any{"K7QM2-9011T", 11})
		b.does(chromedp.SendKeys(code, "x"))
		b.has(caret, []any{"K7QM2-9011T", 11})
	})

	t.Run("the cursor stays where the person types", func(t *testing.T) {
		b.t = t
		b.opens("code")
		b.does(chromedp.SendKeys(code, "k7qm29xwtf"))
		b.has(caret, []any{"K7QM2-9XWTF", 11})
		at := func(place int) {
			b.runs(fmt.Sprintf(`document.getElementById("code").setSelectionRange(%d, %d)`, place, place))
		}
		at(2)
		b.does(chromedp.KeyEvent("x")) // there are ten already
		b.has(caret, []any{"K7QM2-9XWTF", 2})
		b.does(chromedp.KeyEvent(backspace))
		b.has(caret, []any{"KQM29-XWTF", 1})
		b.does(chromedp.KeyEvent("a"))
		b.has(caret, []any{"KAQM2-9XWTF", 2})
		at(6)
		b.does(chromedp.KeyEvent(backspace)) // over the dash, then the character
		b.has(caret, []any{"KAQM2-9XWTF", 5})
		b.does(chromedp.KeyEvent(backspace))
		b.has(caret, []any{"KAQM9-XWTF", 4})
		at(5)
		b.does(chromedp.KeyEvent(deleteKey))
		b.has(caret, []any{"KAQM9-XWTF", 6})
		b.does(chromedp.KeyEvent(deleteKey))
		b.has(caret, []any{"KAQM9-WTF", 6})
	})

	t.Run("a message is pasted", func(t *testing.T) {
		b.t = t
		for text, want := range map[string]string{
			"Your invitation! Or type the code k7qm2-9xwtf. Bye": "K7QM2-9XWTF",
			"K7QM29XWTF":              "K7QM2-9XWTF",
			"Code: O7QM2\u20139XWTl.": "07QM2-9XWT1",
		} {
			b.opens("code")
			b.has(paste(text), false) // the script dealt with it
			b.has(caret, []any{want, 11})
		}
		for _, text := range []string{"your invitation", "https://usher.example/join/1AbCdEfGhIjKlMnOpQrStUv-_"} {
			b.opens("code")
			b.has(paste(text), true) // the browser pastes it
		}
		link := "https://usher.example/join/1AbCdEfGhIjKlMnOpQrStUv-_"
		b.runs(fmt.Sprintf(`document.getElementById("code").focus(); document.execCommand("insertText", false, %q)`, link))
		b.has(`document.getElementById("code").value`, link)
	})

	t.Run("a refused code gives way", func(t *testing.T) {
		b.t = t
		b.opens("refused")
		b.has(`document.getElementById("code").value`, "ABCDE-12345")
		b.does(chromedp.KeyEvent("k"))
		b.has(caret, []any{"K", 1})
	})

	t.Run("six digits", func(t *testing.T) {
		b.t = t
		b.opens("proof")
		b.does(chromedp.SendKeys(chromedp.CSS("#proof"), "12 3a4"))
		b.has(caret, []any{"123 4", 5})
		b.has(paste("Your code is 654321. It works for 10 minutes."), false)
		b.has(caret, []any{"654 321", 7})
	})

	t.Run("the rule is ticked off", func(t *testing.T) {
		b.t = t
		b.opens("invitation")
		met := `[...document.querySelectorAll(".rule .met")].map((part) => part.dataset.part)`
		spoken := `document.querySelector(".rule [role=status]").textContent`
		b.has(met, []string{})
		for _, step := range []struct {
			password string
			met      []string
		}{
			{"a", []string{"LOWER"}}, {"aB", []string{"UPPER", "LOWER"}}, {"Äö 7", []string{"UPPER", "LOWER", "DIGIT", "SYMBOL"}},
			{"Tall7-Otter", []string{"LENGTH", "UPPER", "LOWER", "DIGIT", "SYMBOL"}},
			{"e\u0301e\u0301e\u0301e\u0301", []string{"LOWER"}},     // four letters, not eight
			{"密码密码密码密码", []string{"LENGTH"}},                        // letters without case
			{"😀😀😀😀", []string{"SYMBOL"}},                            // four characters, not eight
			{"abcdefg\u0661", []string{"LENGTH", "LOWER", "DIGIT"}}, // a digit of another script
			{"Abcdefg\u00bd", []string{"LENGTH", "UPPER", "LOWER"}}, // a number that is no digit
			{"abcdefg\t\u0000", []string{"LENGTH", "LOWER"}},        // control characters are nothing
		} {
			b.runs(fmt.Sprintf(`const p = document.getElementById("password"); p.value = %q; p.dispatchEvent(new Event("input"))`, step.password))
			b.has(met, step.met)
		}
		b.has(spoken, "Password: 2 of 5 requirements met")
		b.has(`document.querySelector(".rule .met").textContent`, "At least 8 characters – met")
	})

	t.Run("a password is shown and sent as one", func(t *testing.T) {
		b.t = t
		b.opens("sign-in")
		kind := `[document.getElementById("password").type, document.querySelector(".show-password").ariaPressed]`
		b.does(chromedp.SendKeys(chromedp.CSS("#email"), "m@mail.example"), chromedp.SendKeys(chromedp.CSS("#password"), "Tall7-Otter"),
			chromedp.Click(chromedp.CSS(".show-password")))
		b.has(kind, []string{"text", "true"})
		b.runs(`document.querySelector("form").addEventListener("submit", (event) => event.preventDefault())`)
		b.runs(`document.querySelector("form").requestSubmit()`)
		b.has(kind, []string{"password", "false"})
	})

	t.Run("without a line nothing is sent or lost", func(t *testing.T) {
		b.t = t
		b.opens("code")
		b.runs(`Object.defineProperty(navigator, "onLine", { value: false, configurable: true })`)
		b.does(chromedp.SendKeys(code, "k7qm29xwtf"), chromedp.Click(chromedp.CSS("main button")))
		b.has(`document.querySelector(".notice[role=alert]").textContent`, (*Locale)(nil).Text("page.offline"))
		b.has(`document.getElementById("code").value`, "K7QM2-9XWTF")
		if got := b.sent(); len(got) > 0 {
			t.Errorf("sent %q", got)
		}
		b.runs(`Object.defineProperty(navigator, "onLine", { value: true }); dispatchEvent(new Event("online"))`)
		b.has(`document.querySelector(".notice")`, nil)
	})

	t.Run("a form is sent once and says so", func(t *testing.T) {
		b.t = t
		press := `document.querySelector("main button").click()`
		b.runs(press)
		button := `[document.querySelector("main button").textContent, document.querySelector("main button").ariaDisabled]`
		b.has(button, []string{(*Locale)(nil).Text("page.busy"), "true"})
		b.runs(press)
		b.runs(`document.querySelector("form").requestSubmit()`) // as Enter does
		time.Sleep(200 * time.Millisecond)                       // a second one would arrive
		got := b.sent()
		if len(got) != 1 {
			t.Fatalf("sent %q", got)
		}
		if form, err := url.ParseQuery(got[0]); err != nil || form.Get("code") != "K7QM2-9XWTF" || form.Get("csrf") != "x" {
			t.Errorf("sent %q", got[0])
		}
	})

	t.Run("the viewer's own time stands beside the place's", func(t *testing.T) {
		b.t = t
		for zone, want := range map[string]string{
			"Europe/Berlin":    "The invitation is open until 30 November 2026, 16:00 CET.",
			"America/New_York": "The invitation is open until 30 November 2026, 16:00 CET (10:00 where you are).",
			"Asia/Tokyo":       "The invitation is open until 30 November 2026, 16:00 CET (1 December at 00:00 where you are).",
		} {
			b.does(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
				_, err := chromedp.Call(ctx, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: zone})
				return err
			}))
			b.opens("invitation")
			b.has(`document.querySelector(".until").textContent`, want)
		}
	})

	t.Run("another language keeps what was typed", func(t *testing.T) {
		b.t = t
		b.opens("sign-in")
		b.does(chromedp.SendKeys(chromedp.CSS("#email"), "m@mail.example"), chromedp.SendKeys(chromedp.CSS("#password"), "Tall7-Otter"))
		b.runs(`addEventListener("click", (event) => event.preventDefault()); document.querySelector("[hreflang=de]").click()`)
		if kept := b.value(`sessionStorage.getItem("usher.typed")`); strings.Contains(kept, "Otter") {
			t.Errorf("keeps a password: %s", kept)
		}
		b.opens("sign-in")
		b.has(`[document.getElementById("email").value, document.getElementById("password").value]`, []string{"m@mail.example", ""})
		b.has(`sessionStorage.length`, 0)
	})
	b.t = t
	b.quiet()
}

// TestPagesFitPhones looks at every page in the longest languages on a narrow
// phone: nothing is wider than the screen (WCAG 2.2, 1.4.10), nothing moves while
// it loads, and what one taps is large enough (2.5.8; for buttons and fields the
// 44 px of 2.5.5).
func TestPagesFitPhones(t *testing.T) {
	pages := map[string]func(io.Writer) error{}
	for _, code := range []string{"de", "fr"} {
		l, _ := LocaleByCode(code)
		for name, page := range everyPage(l) {
			pages[code+"-"+strings.NewReplacer(" ", "-", ",", "").Replace(name)] = page
		}
	}
	b := newBrowser(t, pages)
	b.does(chromedp.EmulateViewport(320, 640))
	for name := range pages {
		b.opens(name)
		b.has(`document.documentElement.scrollWidth`, 320)
		b.runs(`window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value))).observe({ type: "layout-shift", buffered: true })`)
		small := b.value(`[...document.querySelectorAll("a, button, input:not([type=hidden]), summary")]
			.filter((part) => part.offsetParent && !part.closest(".errors"))
			.map((part) => [part.outerHTML.slice(0, 60), part.getBoundingClientRect()])
			.filter(([what, box]) => box.height < (what.startsWith("<a") && !what.includes("button") ? 24 : 44) || box.width < 24)`)
		if moved := b.value(`new Promise((done) => setTimeout(() => done(window.moved), 50))`); moved != "0" {
			t.Errorf("%s: its parts move while it loads: %s", name, moved)
		}
		if small != "[]" {
			t.Errorf("%s: too small to tap: %s", name, small)
		}
	}
	b.quiet()
}
