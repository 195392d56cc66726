package engines

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestWatch covers the stand-in for the parent-death signal, which Linux does
// not use, on every system.
func TestWatch(t *testing.T) {
	t.Parallel()
	c, err := start(command(account{}, "/bin/sh", "-c", "exec sleep 600"), syscall.SIGTERM)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.kill)
	// The test plays a parent that dies: its end of the pipe closes.
	script := exec.Command("/bin/sh", "-c", watchScript, "sh", "15", pidText(c))
	pipe, err := script.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := script.Start(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-c.done:
		t.Fatal("the child ended before its parent")
	case <-time.After(50 * time.Millisecond):
	}
	_ = pipe.Close()
	_ = script.Wait()
	select {
	case <-c.done:
	case <-time.After(10 * time.Second):
		t.Fatal("the child outlived its parent")
	}
	if status := c.cmd.ProcessState.Sys().(syscall.WaitStatus); status.Signal() != syscall.SIGTERM {
		t.Errorf("ended by %v, want SIGTERM", status)
	}
}

func TestWatchEndsWithItsChild(t *testing.T) {
	t.Parallel()
	c, err := start(command(account{}, "/bin/sh", "-c", "exec sleep 600"), syscall.SIGTERM)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.kill)
	watcherEnded, err := c.watch()
	if err != nil {
		t.Fatal(err)
	}
	if killed := c.stop(); killed {
		t.Error("a child that obeys was killed")
	}
	select {
	case <-watcherEnded:
	case <-time.After(10 * time.Second):
		t.Fatal("the watcher outlived its child")
	}
}

func TestStopReachesASuspendedChild(t *testing.T) {
	t.Parallel()
	c, err := start(command(account{}, "/bin/sh", "-c", "exec sleep 600"), syscall.SIGTERM)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.kill)
	if err := syscall.Kill(c.cmd.Process.Pid, syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	if killed := c.stop(); killed {
		t.Error("a suspended child was killed instead of stopped")
	}
}

func TestUnexpectedEnd(t *testing.T) {
	t.Parallel()
	for _, expected := range []bool{true, false} {
		c, err := start(command(account{}, "/bin/sh", "-c", "exec sleep 600"), syscall.SIGTERM)
		if err != nil {
			t.Fatal(err)
		}
		reported := make(chan error, 1)
		expect := c.onUnexpectedEnd(func(err error) { reported <- err })
		if expected {
			expect()
		}
		c.stop()
		if expected {
			select {
			case err := <-reported:
				t.Errorf("an expected end was reported: %v", err)
			case <-time.After(20 * time.Millisecond):
			}
			continue
		}
		if err := <-reported; err == nil || !strings.Contains(err.Error(), "terminated") {
			t.Errorf("reported %v, want the signal", err)
		}
	}
}

func TestSocketDir(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		home string
		near bool
	}{
		"beside the data":               {openTempDir(t), true},
		"a path too long":               {filepath.Join(openTempDir(t), strings.Repeat("long/", 20)), false},
		"a comma, Postgres's separator": {filepath.Join(openTempDir(t), "a,b"), false},
	} {
		dir, err := socketDir(test.home, account{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		t.Cleanup(func() { _ = os.RemoveAll(dir) })
		if got := strings.HasPrefix(dir, test.home); got != test.near {
			t.Errorf("%s: %s", name, dir)
		}
		if len(socketFile(dir)) >= 100 {
			t.Errorf("%s: %s is too long for a socket", name, socketFile(dir))
		}
		if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: mode %v, %v; want 0700", name, info.Mode(), err)
		}
		again, err := socketDir(test.home, account{})
		if err != nil || again != dir {
			t.Errorf("%s: the second time %s, %v", name, again, err)
		}
	}
}

func TestSocketDirRefusesAForeignFolder(t *testing.T) {
	t.Parallel()
	home := filepath.Join(openTempDir(t), strings.Repeat("long/", 20))
	dir, err := socketDir(home, account{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if got, err := socketDir(home, account{}); err == nil {
		t.Errorf("took %s, which everybody may write to", got)
	}
}
