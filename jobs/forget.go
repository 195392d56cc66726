package jobs

import "context"

// forgetOld deletes what has outlived its use.
func (j *Jobs) forgetOld(ctx context.Context) (more bool, err error) {
	return false, j.App.Forget(ctx)
}
