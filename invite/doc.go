// Package invite holds the rules of Usher: how a contact becomes a person who
// is in the app. It is pure: no I/O, no clock of its own, nothing but the
// standard library. Every function that depends on the time takes it as an
// argument.
//
// The vocabulary:
//
//   - A Contact is a person on an organization's file.
//   - An Invitation is one offer to one contact to register. A contact has at
//     most one open invitation.
//   - A Round is one sending of an invitation: the first, one for each resend,
//     and one for a reminder.
//   - A Delivery is one message of a round on one Channel.
//   - A Lane is a location's paced queue of waiting rounds.
//   - A Batch is the set of rounds that one action queued.
//   - A Credential is what proves an invitation: a link token or a typed code.
//   - A Fact is one change, written to the outbox in the transaction that made
//     it; the timeline and the subscriptions are read from facts.
package invite
