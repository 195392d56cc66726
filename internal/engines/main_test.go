package engines

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// runVariable makes the test binary play a run of the product: it starts the
// named engine on a folder, says so, and waits to be killed.
const runVariable = "ENGINES_TEST_RUN"

func TestMain(m *testing.M) {
	if spec := os.Getenv(runVariable); spec != "" {
		engine, dir, _ := strings.Cut(spec, ":")
		var url string
		switch engine {
		case "postgres":
			p, err := StartPostgres(context.Background(), PostgresOptions{Dir: dir, CacheDir: cacheDir(), Durable: true})
			if err != nil {
				fmt.Println("error:", err)
				os.Exit(1)
			}
			url = p.URL()
		case "redis":
			r, err := StartRedisServer(context.Background(), RedisOptions{Dir: dir})
			if err != nil {
				fmt.Println("error:", err)
				os.Exit(1)
			}
			url = r.URL()
		}
		fmt.Println("up:", url)
		select {}
	}
	os.Exit(m.Run())
}

// otherRun is an engine that another process has started.
type otherRun struct {
	cmd *exec.Cmd
	url string
}

// startOtherRun starts an engine in another process and returns once it answers.
func startOtherRun(t *testing.T, engine, dir string) *otherRun {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), runVariable+"="+engine+":"+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	run := &otherRun{cmd: cmd}
	t.Cleanup(run.kill)
	line, err := bufio.NewReader(out).ReadString('\n')
	url, ok := strings.CutPrefix(strings.TrimSpace(line), "up: ")
	if err != nil || !ok {
		t.Fatalf("the other run said %q, %v", line, err)
	}
	run.url = url
	return run
}

// kill is kill -9: the process gets no chance to stop its engine.
func (r *otherRun) kill() {
	_ = r.cmd.Process.Kill()
	_ = r.cmd.Wait()
}

// cacheDir is where the npm package is kept on a machine without a Postgres of
// its own: the folder that `make run` uses. Empty where the user has none.
func cacheDir() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(cache, "usher")
}
