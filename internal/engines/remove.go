package engines

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// RemoveState removes dir, whose subfolders are engines' folders, with the data
// that they keep elsewhere. Where a run still uses one of them, it removes
// nothing and returns an error that wraps ErrInUse. It refuses a folder that
// holds the working directory or the home: those hold more than our state. A
// missing folder is no error.
func RemoveState(ctx context.Context, dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if err := refuseToRemove(dir); err != nil {
		return err
	}
	homes, err := enginesBelow(dir)
	if err != nil {
		return err
	}
	for _, home := range homes {
		lock, err := lockFolder(ctx, home)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		defer lock.release()
	}
	for _, path := range append(homes, dir) {
		if err := os.RemoveAll(path); err != nil {
			return fmt.Errorf("remove %s: %w", path, err)
		}
	}
	return nil
}

func refuseToRemove(dir string) error {
	work, err := os.Getwd()
	if err != nil {
		return err
	}
	for _, precious := range []string{work, os.Getenv("HOME")} {
		inside, err := filepath.Rel(dir, precious)
		if precious != "" && err == nil && filepath.IsLocal(inside) {
			return fmt.Errorf("refusing to remove %s: %s is in it", dir, precious)
		}
	}
	return nil
}

// enginesBelow lists the folders of engines: subfolders that hold a lock, and
// the places that subfolders link to.
func enginesBelow(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var homes []string
	for _, entry := range entries {
		home := filepath.Join(dir, entry.Name())
		if _, err := os.Lstat(filepath.Join(home, lockName)); err == nil {
			homes = append(homes, home)
		}
		target, err := os.Readlink(filepath.Join(home, elsewhereName))
		if err == nil && strings.HasPrefix(target, systemState+"/") { // never follow a stranger's link
			homes = append(homes, target)
		}
	}
	return homes, nil
}
