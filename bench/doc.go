// Package bench measures Usher against peers and limits. Every figure is a
// ratio of two things that ran in turns in one run, or of one thing to a limit
// of the design: it means the same on a slow machine, and no test fails by it.
// What a benchmark does check is that both sides did the same work.
//
// The README of this folder has the method and the figures.
package bench
