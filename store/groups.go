package store

import (
	"context"
	"strings"
	"time"

	"github.com/lib/pq"

	"usher/invite"
)

// A label is what programs and groups have in common: a name within an
// organization, and contacts that carry it.
type label struct {
	table, constraint, what string
	members, column         string
}

var (
	programs = label{"programs", "programs_name_key", "program", "enrolments", "program_id"}
	groups   = label{"groups", "groups_name_key", "group", "group_members", "group_id"}
)

func labelsByID[T any](ctx context.Context, r *Reader, l label, s Scope, ids []invite.ID) ([]T, error) {
	var q query
	q.add(`SELECT t.id, t.organization_id, t.name FROM `+l.table+` t WHERE t.id = ANY(?) AND `, pq.Array(ids)).tenant(s, "t")
	var out []T
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

func labelsOf[T any](ctx context.Context, r *Reader, l label, s Scope, organizations []invite.ID) ([]T, error) {
	var q query
	q.add(`SELECT t.id, t.organization_id, t.name FROM `+l.table+` t WHERE t.organization_id = ANY(?) AND `, pq.Array(organizations)).tenant(s, "t")
	q.add(` ORDER BY t.name_lower, t.id LIMIT 1000`)
	var out []T
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// Carried is a label that a contact carries.
type Carried[T any] struct {
	ContactID invite.ID
	Label     T
}

func carried[T any](ctx context.Context, r *Reader, l label, s Scope, contacts []invite.ID) ([]Carried[T], error) {
	var q query
	q.add(`SELECT m.contact_id, t.id AS "label.id", t.organization_id AS "label.organization_id", t.name AS "label.name"
FROM `+l.members+` m JOIN `+l.table+` t ON t.id = m.`+l.column+`
WHERE m.contact_id = ANY(?) AND `, pq.Array(contacts)).tenant(s, "m")
	q.add(` ORDER BY m.contact_id, t.name_lower, t.id`)
	var out []Carried[T]
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// Programs returns those of ids that the scope sees, in any order.
func (r *Reader) Programs(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Program, error) {
	return labelsByID[invite.Program](ctx, r, programs, s, ids)
}

// ProgramsOf returns the programs of the organizations, by name.
func (r *Reader) ProgramsOf(ctx context.Context, s Scope, organizations []invite.ID) ([]invite.Program, error) {
	return labelsOf[invite.Program](ctx, r, programs, s, organizations)
}

// ProgramsOfContacts returns what each of the contacts is enrolled in, by name.
func (r *Reader) ProgramsOfContacts(ctx context.Context, s Scope, contacts []invite.ID) ([]Carried[invite.Program], error) {
	return carried[invite.Program](ctx, r, programs, s, contacts)
}

// Groups returns those of ids that the scope sees, in any order.
func (r *Reader) Groups(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Group, error) {
	return labelsByID[invite.Group](ctx, r, groups, s, ids)
}

// GroupsOf returns the groups of the organizations, by name.
func (r *Reader) GroupsOf(ctx context.Context, s Scope, organizations []invite.ID) ([]invite.Group, error) {
	return labelsOf[invite.Group](ctx, r, groups, s, organizations)
}

// GroupsOfContacts returns the groups of each of the contacts, by name.
func (r *Reader) GroupsOfContacts(ctx context.Context, s Scope, contacts []invite.ID) ([]Carried[invite.Group], error) {
	return carried[invite.Group](ctx, r, groups, s, contacts)
}

// GroupCount is how many contacts on file are in a group.
type GroupCount struct {
	GroupID invite.ID
	N       int
}

// GroupCounts returns how many contacts on file, as far as the scope sees
// them, are in each of the groups, at most CountLimit+1 each.
func (r *Reader) GroupCounts(ctx context.Context, s Scope, groups []invite.ID) ([]GroupCount, error) {
	var q query
	q.add(`
SELECT g.id AS group_id, counted.n FROM unnest(?::uuid[]) AS g (id) CROSS JOIN LATERAL (
    SELECT count(*) AS n FROM (
        SELECT FROM group_members m JOIN contacts c ON c.id = m.contact_id
        WHERE m.group_id = g.id AND c.archived_at IS NULL AND `, pq.Array(groups)).contacts(s, "c").add(` LIMIT ?) met) counted`, CountLimit+1)
	var out []GroupCount
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// GroupStatusCount is a StatusCount of one group.
type GroupStatusCount struct {
	GroupID invite.ID
	StatusCount
}

// GroupStatusCounts returns how many contacts on file, as far as the scope
// sees them, stand in each status that has any, for each of the groups, each
// at most CountLimit+1.
func (r *Reader) GroupStatusCounts(ctx context.Context, s Scope, groups []invite.ID, now time.Time) ([]GroupStatusCount, error) {
	var q query
	q.add(`SELECT group_id, status, least(count(*), ?) AS n FROM (SELECT m.group_id, `, CountLimit+1).add(statusNow, now)
	q.add(` AS status FROM group_members m JOIN contacts c ON c.id = m.contact_id
    WHERE m.group_id = ANY(?) AND c.archived_at IS NULL AND `, pq.Array(groups)).contacts(s, "c").add(`) matched GROUP BY group_id, status`)
	var out []GroupStatusCount
	err := r.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

func (tx *Tx) insertLabel(ctx context.Context, l label, id, organization invite.ID, name string) error {
	_, err := tx.exec(ctx, `INSERT INTO `+l.table+` (id, organization_id, name, name_lower, created_at) VALUES ($1, $2, $3, $4, $5)`,
		id, organization, name, strings.ToLower(name), tx.now)
	return nameTaken(err, l.constraint, l.what)
}

// InsertProgram adds a program. It returns CONFLICT where the name is taken.
func (tx *Tx) InsertProgram(ctx context.Context, p invite.Program) error {
	return tx.insertLabel(ctx, programs, p.ID, p.OrganizationID, p.Name)
}

// InsertGroup adds a group. It returns CONFLICT where the name is taken.
func (tx *Tx) InsertGroup(ctx context.Context, g invite.Group) error {
	return tx.insertLabel(ctx, groups, g.ID, g.OrganizationID, g.Name)
}

func (tx *Tx) saveLabel(ctx context.Context, l label, id invite.ID, name string) error {
	_, err := tx.exec(ctx, `UPDATE `+l.table+` SET name = $2, name_lower = $3 WHERE id = $1`, id, name, strings.ToLower(name))
	return nameTaken(err, l.constraint, l.what)
}

// SaveProgram renames a program. It returns CONFLICT where the name is taken.
func (tx *Tx) SaveProgram(ctx context.Context, p invite.Program) error {
	return tx.saveLabel(ctx, programs, p.ID, p.Name)
}

// SaveGroup renames a group. It returns CONFLICT where the name is taken.
func (tx *Tx) SaveGroup(ctx context.Context, g invite.Group) error {
	return tx.saveLabel(ctx, groups, g.ID, g.Name)
}

const deleteGroup = `DELETE FROM groups WHERE id = $1`

// DeleteGroup deletes a group; its contacts stay.
func (tx *Tx) DeleteGroup(ctx context.Context, id invite.ID) error {
	_, err := tx.exec(ctx, deleteGroup, id)
	return err
}

// Enrol puts every contact into every program.
func (tx *Tx) Enrol(ctx context.Context, organization invite.ID, contacts, into []invite.ID) error {
	_, err := tx.carry(ctx, programs, organization, contacts, into)
	return err
}

// KeepGroups returns those of ids that the scope sees, and makes their
// deletion wait.
func (tx *Tx) KeepGroups(ctx context.Context, s Scope, ids []invite.ID) ([]invite.Group, error) {
	var q query
	q.add(`SELECT t.id, t.organization_id, t.name FROM groups t WHERE t.id = ANY(?) AND `, pq.Array(ids)).tenant(s, "t")
	q.add(` ORDER BY t.id FOR KEY SHARE`)
	var out []invite.Group
	err := tx.list(ctx, &out, q.text.String(), q.args...)
	return out, err
}

// JoinGroups puts every contact into every group.
func (tx *Tx) JoinGroups(ctx context.Context, organization invite.ID, contacts, into []invite.ID) error {
	_, err := tx.carry(ctx, groups, organization, contacts, into)
	return err
}

// JoinGroup puts the contacts into the group and returns those who were not in
// it before.
func (tx *Tx) JoinGroup(ctx context.Context, g invite.Group, contacts []invite.ID) (came []invite.ID, err error) {
	carried, err := tx.carry(ctx, groups, g.OrganizationID, contacts, []invite.ID{g.ID})
	for _, c := range carried {
		came = append(came, c.ContactID)
	}
	return came, err
}

const leaveGroup = `DELETE FROM group_members WHERE group_id = $1 AND contact_id = ANY($2) RETURNING contact_id`

// LeaveGroup takes the contacts out of the group and returns those who were in
// it.
func (tx *Tx) LeaveGroup(ctx context.Context, group invite.ID, contacts []invite.ID) ([]invite.ID, error) {
	if len(contacts) == 0 {
		return nil, nil
	}
	var out []invite.ID
	err := tx.list(ctx, &out, leaveGroup, group, pq.Array(contacts))
	return out, err
}

// carrying is a contact that came to carry a label.
type carrying struct{ ContactID, LabelID invite.ID }

func (tx *Tx) carry(ctx context.Context, l label, organization invite.ID, contacts, into []invite.ID) ([]carrying, error) {
	if len(contacts) == 0 || len(into) == 0 {
		return nil, nil
	}
	var came []carrying
	err := tx.list(ctx, &came, `
INSERT INTO `+l.members+` (organization_id, contact_id, `+l.column+`, created_at)
SELECT $1, c, t, $4 FROM unnest($2::uuid[]) c CROSS JOIN unnest($3::uuid[]) t
ON CONFLICT DO NOTHING RETURNING contact_id, `+l.column+` AS label_id`, organization, pq.Array(contacts), pq.Array(into), tx.now)
	return came, err
}

// SetPrograms makes a contact's programs exactly these.
func (tx *Tx) SetPrograms(ctx context.Context, c invite.Contact, to []invite.ID) error {
	_, _, err := tx.setLabels(ctx, programs, c, to)
	return err
}

// SetGroups makes a contact's groups exactly these. It returns those that the
// contact came into, and those it left.
func (tx *Tx) SetGroups(ctx context.Context, c invite.Contact, to []invite.ID) (came, left []invite.ID, err error) {
	return tx.setLabels(ctx, groups, c, to)
}

func (tx *Tx) setLabels(ctx context.Context, l label, c invite.Contact, to []invite.ID) (came, left []invite.ID, err error) {
	if to == nil {
		to = []invite.ID{} // a nil slice is NULL, and nothing is = ANY(NULL)
	}
	err = tx.list(ctx, &left, `DELETE FROM `+l.members+` WHERE contact_id = $1 AND NOT `+l.column+` = ANY($2) RETURNING `+l.column, c.ID, pq.Array(to))
	if err != nil {
		return nil, nil, err
	}
	added, err := tx.carry(ctx, l, c.OrganizationID, []invite.ID{c.ID}, to)
	for _, a := range added {
		came = append(came, a.LabelID)
	}
	return came, left, err
}
