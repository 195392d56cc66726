// Package address judges and normalizes what people type as an email address
// or a phone number. It is pure; it is apart from package invite because it
// needs libraries: Unicode normal forms, internationalized domain names, and
// the world's phone numbering plans.
package address
