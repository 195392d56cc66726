//go:build unix && !linux

package engines

import "syscall"

// hasParentDeathSignal is false where no such signal exists: child.watch
// stands in for it.
const hasParentDeathSignal = false

func setParentDeathSignal(*syscall.SysProcAttr, syscall.Signal) {}
