package store

import (
	"strconv"
	"strings"

	"usher/invite"
)

// Scope is what the asker may see. Its zero value sees nothing.
type Scope struct {
	organization invite.ID
	trainer      invite.ID // only this trainer's clients
	contact      invite.ID // only this contact
	every        bool
}

// InOrganization sees everything of one organization.
func InOrganization(id invite.ID) Scope { return Scope{organization: id} }

// OwnClients sees one organization, and of its contacts only those of the
// trainer with this membership.
func OwnClients(organization, trainer invite.ID) Scope {
	return Scope{organization: organization, trainer: trainer}
}

// OneContact sees one organization, and of its contacts only this one.
func OneContact(organization, contact invite.ID) Scope {
	return Scope{organization: organization, contact: contact}
}

// EveryOrganization sees everything: support staff and the system itself.
func EveryOrganization() Scope { return Scope{every: true} }

// Within narrows s to one organization; a scope of another organization sees
// nothing.
func (s Scope) Within(organization invite.ID) Scope {
	if s.every {
		return InOrganization(organization)
	}
	if s.organization != organization {
		return Scope{}
	}
	return s
}

// query is SQL under construction with its arguments. Only constants of this
// package and placeholders ever enter the text.
type query struct {
	text strings.Builder
	args []any
}

// add appends SQL; each ? in it becomes the placeholder of the next argument.
func (q *query) add(sql string, args ...any) *query {
	for _, a := range args {
		q.args = append(q.args, a)
		sql = strings.Replace(sql, "?", "$"+strconv.Itoa(len(q.args)), 1)
	}
	q.text.WriteString(sql)
	return q
}

// tenant limits the rows of alias, a table with organization_id, to the scope.
func (q *query) tenant(s Scope, alias string) *query {
	switch {
	case s.every:
		return q.add("true")
	case s.organization == "":
		return q.add("false")
	}
	return q.add(alias+".organization_id = ?", s.organization)
}

// contacts limits the rows of alias, the contacts table, to the scope.
func (q *query) contacts(s Scope, alias string) *query {
	q.tenant(s, alias)
	if s.trainer != "" {
		q.add(" AND "+alias+".trainer_id = ?", s.trainer)
	}
	if s.contact != "" {
		q.add(" AND "+alias+".id = ?", s.contact)
	}
	return q
}

// WholeOrganization tells whether s sees exactly one organization, all of it.
func (s Scope) WholeOrganization() bool {
	return s.organization != "" && s.trainer == "" && s.contact == "" && !s.every
}
