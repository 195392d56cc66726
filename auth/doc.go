// Package auth answers "who is asking": the Actor in the context and what a
// role may do, the keys that sign, hash and seal, access and refresh tokens,
// the making of credentials, and passwords. It does no I/O but to read
// randomness, and has no clock: every function that depends on the time takes
// it as an argument.
package auth
