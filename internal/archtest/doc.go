// Package archtest keeps the walls of the house, as tests that need no linter:
// who may import what, where the clock and the databases are, and how long a
// file may be. The same walls stand in .golangci.yml; the table here decides.
package archtest
