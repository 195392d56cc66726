package e2e

import (
	"os"
	"os/exec"
	"testing"

	"usher/internal/testenv"
)

// TestScreens walks the pages in a real browser: web/tools/browser has the
// walks. It hands them a running development mode.
func TestScreens(t *testing.T) {
	t.Parallel()
	browser, ok := chromium()
	if !ok {
		testenv.NotRun(t, "no Chromium on the PATH")
		return
	}
	s := start(t, t.TempDir())
	walk := exec.CommandContext(t.Context(), "npm", "--prefix", "../web/tools", "run", "browser")
	walk.Env = append(os.Environ(), "USHER_BASE_URL="+s.base, "USHER_CHROMIUM="+browser, "USHER_PICTURES="+t.ArtifactDir())
	out, err := walk.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

// chromium returns the path of the browser that is installed.
func chromium() (string, bool) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, true
		}
	}
	return "", false
}
