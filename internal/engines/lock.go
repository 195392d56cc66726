package engines

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// ErrInUse is wrapped by the error of a start whose folder another living
// process holds.
var ErrInUse = errors.New("in use")

const (
	lockName = "lock"
	// orphanGrace is how long a start waits for the engine of a run that was
	// killed: that engine is shutting down at that moment.
	orphanGrace = 30 * time.Second
	// forkGrace is how long a start waits for a lock that this process has
	// released, and a child that is just being forked still has.
	forkGrace = 500 * time.Millisecond
	pollEvery = 20 * time.Millisecond
)

// folderLock is an flock(2) on a file that names its holder.
//
// Engines inherit the open file, and with it the lock. So the lock is free only
// when the holder AND its engines are gone, and whoever gets it knows that any
// pid file in the folder is stale, whatever process bears that pid today.
type folderLock struct{ file *os.File }

// lockFolder takes the lock of dir, an existing folder. It returns an error
// that wraps ErrInUse at once where the holder is another process that lives.
// It waits where only the holder's orphaned engines live and, for a moment,
// where the holder is or was this process.
func lockFolder(ctx context.Context, dir string) (*folderLock, error) {
	path := filepath.Join(dir, lockName)
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	orphan, cancel := context.WithTimeout(ctx, orphanGrace)
	defer cancel()
	fork := time.After(forkGrace)
	for {
		err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil {
			break
		}
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			_ = file.Close()
			return nil, fmt.Errorf("lock %s: %w", path, err)
		}
		pid := holder(path)
		if pid != 0 && pid != os.Getpid() && alive(pid) {
			_ = file.Close()
			return nil, inUse(dir, pid)
		}
		select {
		case <-orphan.Done():
			_ = file.Close()
			return nil, fmt.Errorf("%s is still %w by the server of a run that has died: stop that server", dir, ErrInUse)
		case <-fork:
			if pid == os.Getpid() {
				_ = file.Close()
				return nil, inUse(dir, pid)
			}
		case <-time.After(pollEvery):
		}
	}
	if err := writeHolder(file); err != nil {
		_ = file.Close()
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	return &folderLock{file}, nil
}

func inUse(dir string, pid int) error {
	return fmt.Errorf("%s is %w by process %d: stop that one first, or choose another folder", dir, ErrInUse, pid)
}

// release gives up this process's share of the lock.
func (l *folderLock) release() { _ = l.file.Close() }

func writeHolder(file *os.File) error {
	if err := file.Truncate(0); err != nil {
		return err
	}
	_, err := file.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return err
}

// holder returns the process named in a lock file, 0 where none is: its holder
// is just writing it.
func holder(path string) int {
	text, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil || pid <= 0 {
		return 0
	}
	return pid
}

// alive reports whether a process with this id exists. One of another user
// answers EPERM, and exists.
func alive(pid int) bool {
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
