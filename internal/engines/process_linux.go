package engines

import "syscall"

// hasParentDeathSignal says that the kernel itself tells a child of its
// parent's death (prctl(2), PR_SET_PDEATHSIG).
const hasParentDeathSignal = true

func setParentDeathSignal(attr *syscall.SysProcAttr, sig syscall.Signal) { attr.Pdeathsig = sig }
