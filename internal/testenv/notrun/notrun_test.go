package notrun

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// recorder is a test that notes how it was ended.
type recorder struct {
	testing.TB
	ended string
}

func (*recorder) Helper()            {}
func (*recorder) Name() string       { return "TestX" }
func (r *recorder) Skip(args ...any) { r.end("skipped: " + args[0].(string)) }

func (r *recorder) Fatal(args ...any) { r.end("failed: " + args[0].(string)) }

func (r *recorder) end(how string) {
	r.ended = how
	runtime.Goexit()
}

func TestReport(t *testing.T) {
	for ci, want := range map[string]string{
		"":      "skipped: NOT RUN TestX: no redis-server",
		"false": "skipped: NOT RUN TestX: no redis-server",
		"true":  "failed: NOT RUN TestX: no redis-server",
		"1":     "failed: NOT RUN TestX: no redis-server",
	} {
		t.Run("CI="+ci, func(t *testing.T) {
			list := filepath.Join(t.TempDir(), "list")
			t.Setenv("CI", ci)
			t.Setenv(FileVariable, list)
			for range 2 {
				r := &recorder{TB: t}
				done := make(chan struct{})
				go func() {
					defer close(done)
					Report(r, "no redis-server")
				}()
				<-done
				if r.ended != want {
					t.Errorf("the test was %q, want %q", r.ended, want)
				}
			}
			text, err := os.ReadFile(list)
			if err != nil {
				t.Fatal(err)
			}
			line := "NOT RUN TestX: no redis-server\n"
			if diff := cmp.Diff(line+line, string(text)); diff != "" {
				t.Errorf("list (-want +got):\n%s", diff)
			}
		})
	}
}
