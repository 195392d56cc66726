package engines

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// maxSocketDir keeps a socket's path below 100 bytes; the kernels' limit is 104
// (macOS) or 108 (Linux).
const maxSocketDir = 80

// socketDir makes the folder for an engine's sockets, for the account alone:
// beside the data or, where that path is too long for a socket or holds
// characters with a meaning in Postgres's list of folders, below /tmp.
func socketDir(home string, as account) (string, error) {
	dir := filepath.Join(home, "socket")
	if len(dir) <= maxSocketDir && !strings.ContainsAny(dir, `,"'\`) {
		return dir, as.own(dir)
	}
	dir = fmt.Sprintf("/tmp/usher-%d-%s", as.uid(), shortHash(home))
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return "", err
	}
	// Everybody may write to /tmp: take what is there only if it is ours.
	info, err := os.Lstat(dir)
	if err != nil {
		return "", err
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok || !info.IsDir() || info.Mode().Perm() != 0o700 || (stat.Uid != as.uid() && stat.Uid != account{}.uid()) {
		return "", fmt.Errorf("%s is not ours: remove it", dir)
	}
	return dir, as.own(dir)
}
