// Package jobs is what Usher does by itself: the loops that bring Redis up to
// date, send what is due, try again what failed, and end what has lapsed.
//
//	         facts             rounds, times            claims
//	Postgres -----> place -----> follow -----> Redis -----> send -----> providers
//	    ^             |                          |            |
//	    |             +-- positions              |            +-- grant, record
//	    +---------------- expire, remind <-------+            |
//	    +-----------------------------------------------------+
//
// Postgres decides and grants, Redis only says what to look at next. So every
// loop may run in any number of replicas, may be killed at any point, and may
// find Redis empty: each reads what Postgres says now and not what a message
// said then, and each step may be repeated.
//
//	place      gives committed facts their position in the stream
//	follow     brings Redis up to date with the facts, or rebuilds it
//	refill     puts back, slowly, what Redis may have lost in part
//	sender     claims lanes that are due, asks Postgres for the slot, sends
//	retry      takes up messages that are to be attempted again
//	expiry     ends invitations within a second of their time
//	sweep      finds what expiry missed while Redis was away
//	reminders  queues the nudge before expiry
//	forget     deletes what has outlived its use
//
// A loop outlives what goes wrong in it: an outage is logged once and waited
// for, a panic is logged and costs one turn.
package jobs
