package model

import (
	"usher/invite"
	"usher/store"
)

// HouseholdConnection is a page of households, with what counting all that
// match takes.
type HouseholdConnection struct {
	Edges    []HouseholdEdge
	Nodes    []invite.Household
	PageInfo PageInfo
	Scope    store.Scope
	Filter   store.HouseholdFilter
}
