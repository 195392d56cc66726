package engines

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// account is the user a child runs as. The zero account is our own.
type account struct {
	name       string
	credential *syscall.Credential
}

// uid returns the account's user id.
func (a account) uid() uint32 {
	if a.credential == nil {
		return uint32(os.Geteuid())
	}
	return a.credential.Uid
}

// postgresAccount returns our own account for everybody but root: Postgres
// refuses to run as root, so root's runs as "postgres" or "nobody".
func postgresAccount() (account, error) {
	if os.Geteuid() != 0 {
		return account{}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, uidErr := strconv.ParseUint(u.Uid, 10, 32)
		gid, gidErr := strconv.ParseUint(u.Gid, 10, 32)
		if err := errors.Join(uidErr, gidErr); err != nil {
			return account{}, fmt.Errorf("user %s: %w", name, err)
		}
		return account{name, &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, nil
	}
	return account{}, errors.New("cannot run Postgres as root, and there is no user postgres or nobody to run it as")
}

// canEnter asks the kernel whether the account can reach into dir.
func (a account) canEnter(dir string) bool {
	if a.credential == nil {
		return true
	}
	return command(a, "/bin/sh", "-c", `cd -- "$1"`, "sh", dir).Run() == nil
}

// own makes dir, for the account alone.
func (a account) own(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if a.credential == nil {
		return nil
	}
	return os.Chown(dir, int(a.credential.Uid), int(a.credential.Gid))
}

const (
	// systemState holds the data of root's runs whose own folder lies under a
	// closed home.
	systemState = "/var/lib/usher"
	// elsewhereName is the link that a folder holds to its place in systemState.
	elsewhereName = "elsewhere"
)

// placeFor makes dir, or a folder in its stead, such that the account can reach
// into it. Root's home is closed to every other account, so what root keeps
// there goes to systemState, with a link to it in dir.
func placeFor(dir string, as account) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	if as.canEnter(dir) {
		return dir, nil
	}
	place := filepath.Join(systemState, shortHash(dir))
	if err := os.MkdirAll(place, 0o755); err != nil {
		return "", err
	}
	for _, d := range []string{systemState, place} {
		if err := os.Chmod(d, 0o755); err != nil { // whatever the umask
			return "", err
		}
	}
	if !as.canEnter(place) {
		return "", fmt.Errorf("user %s can reach neither %s nor %s", as.name, dir, place)
	}
	link := filepath.Join(dir, elsewhereName)
	if err := os.Symlink(place, link); err != nil && !errors.Is(err, os.ErrExist) {
		return "", err
	}
	return place, nil
}

// shortHash names something after a path, in a few characters.
func shortHash(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:6])
}
