// Package testenv gives each test a Postgres database and a Redis key space of
// its own, on real servers, so that tests of all packages run in parallel.
//
// The servers are those of DATABASE_URL and REDIS_URL where these are set:
// `make test` starts one of each for the whole run (see the command with). A
// bare `go test ./store` needs no set-up either: its process starts servers of
// its own, which end with it. They live in numbered folders below the user's
// cache folder; a process takes the first that no other one uses. On a server
// that was started for the run, a test's database is emptied at its end and used
// again; on anybody else's it is dropped.
//
// A test for leaked goroutines takes its environment first, then calls
// goleak.IgnoreCurrent.
package testenv
