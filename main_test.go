package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"usher/internal/engines"
)

// runVariable makes the test binary be the product.
const runVariable = "USHER_TEST_RUN"

func TestMain(m *testing.M) {
	if os.Getenv(runVariable) != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// patience is how long a test waits for a process that should be quick.
const patience = 2 * time.Minute

// environ is the test's environment without settings of ours, and with these.
func environ(variables ...string) []string {
	var list []string
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		if !strings.HasPrefix(name, "USHER_") && name != "DATABASE_URL" && name != "REDIS_URL" {
			list = append(list, v)
		}
	}
	return append(append(list, runVariable+"=1"), variables...)
}

// usher runs a command to its end and returns what it said and its exit code.
func usher(t *testing.T, variables []string, stdin string, arguments ...string) (stdout, stderr string, code int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], arguments...)
	cmd.Env = environ(variables...)
	cmd.Stdin = strings.NewReader(stdin)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// running is a command that runs until it is stopped.
type running struct {
	t    *testing.T
	cmd  *exec.Cmd
	out  chan string // lines of standard output
	log  *safeBuffer
	done chan struct{}
}

func start(t *testing.T, variables []string, arguments ...string) *running {
	t.Helper()
	r := &running{t: t, cmd: exec.Command(os.Args[0], arguments...), out: make(chan string, 1000), log: &safeBuffer{}, done: make(chan struct{})}
	r.cmd.Env = environ(variables...)
	r.cmd.Stderr = r.log
	out, err := r.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			r.out <- lines.Text()
		}
		_ = r.cmd.Wait() // the code is in ProcessState
		close(r.done)
	}()
	t.Cleanup(func() {
		_ = r.cmd.Process.Kill() // it has ended, if all went well
		<-r.done
	})
	return r
}

// says waits for a line of standard output and returns the pattern's group.
func (r *running) says(pattern string) string {
	r.t.Helper()
	form, late := regexp.MustCompile(pattern), time.After(patience)
	for {
		select {
		case line := <-r.out:
			if found := form.FindStringSubmatch(line); found != nil {
				return found[len(found)-1]
			}
		case <-r.done:
			r.t.Fatalf("it ended before it said %s:\n%s", pattern, r.log)
		case <-late:
			r.t.Fatalf("it never said %s:\n%s", pattern, r.log)
		}
	}
}

// end sends a signal and returns the exit code.
func (r *running) end(sig syscall.Signal) int {
	r.t.Helper()
	if err := r.cmd.Process.Signal(sig); err != nil {
		r.t.Fatal(err)
	}
	select {
	case <-r.done:
	case <-time.After(patience):
		r.t.Fatalf("it does not end:\n%s", r.log)
	}
	return r.cmd.ProcessState.ExitCode()
}

type safeBuffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

// fetch gets a page and returns its status and text; 0 where nobody answers.
func fetch(t *testing.T, url string) (int, string) {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		return 0, err.Error()
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

// ask posts a GraphQL request and returns the answer.
func ask(t *testing.T, base, body string) string {
	t.Helper()
	response, err := http.Post(base+"/graphql", "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

const signInAsLeader = `{"query":"mutation { signIn(input: {email: \"leader@irontemple.example\", password: \"Calm4-Heron\", transport: BEARER}) ` +
	`{ viewer { organization { name } } tokens { accessToken } userErrors { code } } }"}`

// TestDevelopment runs `usher dev` as a newcomer does: on nothing, twice at
// once, killed, and again.
func TestDevelopment(t *testing.T) {
	t.Parallel()
	home := t.TempDir() + "/state"
	t.Cleanup(func() {
		if err := engines.RemoveState(context.Background(), home); err != nil {
			t.Error(err)
		}
	})
	settings := []string{"USHER_HOME=" + home, "USHER_LISTEN=0.0.0.0:0"} // not that it listens there
	first := start(t, settings, "dev")
	base := first.says(`Playground\s+(http://localhost:\d+)/playground/`)
	first.says(`LEADER\s+leader@irontemple\.example\s+(Calm4-Heron)`)
	if code, text := fetch(t, base+"/healthz"); code != http.StatusOK {
		t.Fatalf("/healthz: %d %s", code, text)
	}
	if code, text := fetch(t, base+"/readyz"); code != http.StatusOK || !strings.Contains(text, `"redis":"ok"`) {
		t.Errorf("/readyz: %d %s", code, text)
	}
	if code, _ := fetch(t, base+"/inbox"); code != http.StatusOK {
		t.Errorf("/inbox: %d", code)
	}
	answer := ask(t, base, signInAsLeader)
	token := regexp.MustCompile(`"accessToken":"([^"]+)"`).FindStringSubmatch(answer)
	if token == nil || !strings.Contains(answer, "Iron Temple Gym") {
		t.Fatalf("sign in: %s", answer)
	}
	secrets := append(joinByText(t, base, token[1]), token[1], "Calm4-Heron")
	reachableFromHereOnly(t, base)

	_, said, code := usher(t, settings, "", "dev")
	if code == 0 || !strings.Contains(lastLine(said), "in use by process") {
		t.Errorf("a second start: code %d, %s", code, said)
	}
	if code, _ := fetch(t, base+"/healthz"); code != http.StatusOK {
		t.Errorf("a second start broke the first: %d", code)
	}

	first.end(syscall.SIGKILL)
	second := start(t, settings, "dev")
	base = second.says(`Playground\s+(http://localhost:\d+)/playground/`)
	if answer := ask(t, base, signInAsLeader); !strings.Contains(answer, "Iron Temple Gym") {
		t.Errorf("sign in after the kill: %s", answer)
	}
	if code := second.end(syscall.SIGTERM); code != 0 {
		t.Errorf("exit code %d:\n%s", code, second.log)
	}
	for _, secret := range secrets {
		if strings.Contains(first.log.String(), secret) || strings.Contains(second.log.String(), secret) {
			t.Errorf("%q is in the log", secret)
		}
	}
}

// reachableFromHereOnly fails where the server answers on an address that
// other machines can reach.
func reachableFromHereOnly(t *testing.T, base string) {
	t.Helper()
	_, port, err := net.SplitHostPort(strings.TrimPrefix(base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addresses {
		if ip := a.(*net.IPNet).IP; !ip.IsLoopback() && ip.To4() != nil {
			if conn, err := net.DialTimeout("tcp", net.JoinHostPort(ip.String(), port), time.Second); err == nil {
				_ = conn.Close()
				t.Errorf("it answers on %s", ip)
			}
		}
	}
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}
