package engines

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"time"
)

// stopGrace is how long a clean shutdown may take before the child is killed.
const stopGrace = 30 * time.Second

// child is a running engine.
type child struct {
	cmd  *exec.Cmd
	quit syscall.Signal // asks for a clean shutdown
	done chan struct{}  // closed once the child has ended
	err  error          // how it ended; valid after done
}

// command prepares a child that runs as the given account, with an environment
// that does not depend on the person's own.
func command(as account, path string, args ...string) *exec.Cmd {
	cmd := exec.Command(path, args...)
	cmd.Dir = "/" // the account may not be able to enter ours
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C", "TZ=UTC"}
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Credential: as.credential,
		Setpgid:    true, // Ctrl-C in the terminal is for the parent, which stops the child in order
	}
	return cmd
}

// start runs cmd. Where this process dies, however suddenly, the child is sent
// quit.
func start(cmd *exec.Cmd, quit syscall.Signal) (*child, error) {
	c := &child{cmd: cmd, quit: quit, done: make(chan struct{})}
	setParentDeathSignal(cmd.SysProcAttr, quit)
	started := make(chan error)
	go func() {
		// Linux sends the parent-death signal when the THREAD that forked ends.
		// So a thread is kept for the child's life; it ends with this goroutine.
		runtime.LockOSThread()
		err := cmd.Start()
		started <- err
		if err != nil {
			return
		}
		c.err = cmd.Wait()
		close(c.done)
	}()
	if err := <-started; err != nil {
		return nil, err
	}
	if !hasParentDeathSignal {
		if _, err := c.watch(); err != nil {
			c.kill()
			return nil, err
		}
	}
	return c, nil
}

// watchScript sends signal $1 to process $2 when its standard input ends.
const watchScript = `read -r _; kill -"$1" "$2"`

// watch does what the parent-death signal does, on systems without one: a shell
// waits for the end of a pipe that only this process holds open. The returned
// channel closes when the watcher has ended, which it does with the child.
func (c *child) watch() (ended <-chan struct{}, err error) {
	watcher := exec.Command("/bin/sh", "-c", watchScript, "sh", strconv.Itoa(int(c.quit)), pidText(c))
	watcher.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	pipe, err := watcher.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := watcher.Start(); err != nil {
		return nil, fmt.Errorf("start watcher: %w", err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-c.done
		_ = watcher.Process.Kill() // before the pipe closes: the pid may be another's soon
		_ = watcher.Wait()
		_ = pipe.Close()
	}()
	return done, nil
}

func pidText(c *child) string { return strconv.Itoa(c.cmd.Process.Pid) }

// stop asks for a clean shutdown and waits for it; it reports whether the child
// had to be killed. Stopping a child that has ended does nothing.
func (c *child) stop() (killed bool) {
	select {
	case <-c.done:
		return false
	default:
	}
	_ = syscall.Kill(c.cmd.Process.Pid, syscall.SIGCONT) // a suspended child hears nothing else
	_ = syscall.Kill(c.cmd.Process.Pid, c.quit)
	select {
	case <-c.done:
		return false
	case <-time.After(stopGrace):
		c.kill()
		return true
	}
}

func (c *child) kill() {
	_ = c.cmd.Process.Kill()
	<-c.done
}

// onUnexpectedEnd calls report in a goroutine of its own if the child ends
// before the returned function was called.
func (c *child) onUnexpectedEnd(report func(error)) (expect func()) {
	expected := make(chan struct{})
	go func() {
		select {
		case <-expected:
		case <-c.done:
			select {
			case <-expected:
			default:
				report(c.err)
			}
		}
	}()
	return sync.OnceFunc(func() { close(expected) })
}
