package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"strings"
)

// ours limits pg_class c to what the migrations made: no table of goose,
// nothing that belongs to an extension.
const ours = `c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'goose%'
	AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')`

const extensions = `SELECT format('CREATE EXTENSION %I;', extname) FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname`

const sequences = `SELECT format('CREATE SEQUENCE %I;', c.relname) FROM pg_class c WHERE c.relkind = 'S' AND ` + ours + ` ORDER BY c.relname`

const tables = `SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND ` + ours + ` ORDER BY c.relname`

const columns = `
SELECT format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
	|| CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
	|| coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`

// Constraints in the order of their kinds: primary key, unique, check, foreign
// key. That a column is not null stands with the column: only Postgres 18 has
// constraints for it.
const constraints = `
SELECT format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'c', 'f')
ORDER BY array_position('{p,u,c,f}', contype::text), conname`

// Indexes without those that a constraint made.
const indexes = `
SELECT pg_get_indexdef(i.indexrelid) || ';' FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
ORDER BY c.relname`

const triggers = `
SELECT pg_get_triggerdef(oid) || ';' FROM pg_trigger WHERE tgrelid = $1::regclass AND NOT tgisinternal ORDER BY tgname`

const functions = `
SELECT rtrim(pg_get_functiondef(p.oid), E'\n') || ';' FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')
ORDER BY p.proname, p.oid::regprocedure::text`

// dump writes the schema of db, everything by name but columns, which stand in
// their order.
func dump(ctx context.Context, db *sql.DB, out io.Writer) error {
	p := printer{out: out, query: func(query string, args ...any) (*sql.Rows, error) {
		return db.QueryContext(ctx, query, args...)
	}}
	p.line("-- The schema that store/migrations makes. Written by `make generate`: do not edit.")
	p.block(extensions)
	p.block(sequences)
	for _, table := range p.list(tables) {
		p.line("\nCREATE TABLE " + table + " (")
		p.line("    " + strings.Join(append(p.list(columns, table), p.list(constraints, table)...), ",\n    "))
		p.line(");")
		for _, text := range append(p.list(indexes, table), p.list(triggers, table)...) {
			p.line(text)
		}
	}
	p.block(functions)
	return p.err
}

// printer writes what queries select, up to the first error.
type printer struct {
	out   io.Writer
	query func(query string, args ...any) (*sql.Rows, error)
	err   error
}

func (p *printer) line(text string) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.out, text)
	}
}

// block writes what the query selects after an empty line.
func (p *printer) block(query string) {
	p.line("")
	for _, text := range p.list(query) {
		p.line(text)
	}
}

func (p *printer) list(query string, args ...any) []string {
	if p.err != nil {
		return nil
	}
	rows, err := p.query(query, args...)
	if err != nil {
		p.err = err
		return nil
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var text string
		if p.err = rows.Scan(&text); p.err != nil {
			return nil
		}
		out = append(out, text)
	}
	p.err = rows.Err()
	return out
}
