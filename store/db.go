package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"usher/invite"
)

// Options of Open.
type Options struct {
	MaxConns    int              // most connections; 0 means 20
	Now         func() time.Time // the clock
	OnStatement func(query string)
}

// DB is the database. Its reads see committed rows; writes go through InTx.
type DB struct {
	Reader
	now func() time.Time
}

// Reader runs the reads that work both on their own and inside a transaction.
type Reader struct {
	db     *sqlx.DB
	tx     *sqlx.Tx // nil outside a transaction
	stmts  *statements
	lacked *[]string // queries that the transaction ran unprepared

	unprepared bool // each statement is planned anew, for its arguments
}

// Tx is a transaction with one fixed time.
type Tx struct {
	Reader
	now time.Time
}

// Now returns the time of the transaction: UTC, in microseconds, the same from
// its first statement to its last.
func (tx *Tx) Now() time.Time { return tx.now }

// Now returns the current time as a transaction would see it.
func (db *DB) Now() time.Time { return db.now().UTC().Truncate(time.Microsecond) }

// Open connects to the Postgres at url. It does not migrate; see Migrate.
func Open(ctx context.Context, url string, o Options) (*DB, error) {
	raw, err := sql.Open("postgres", url)
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	if o.MaxConns == 0 {
		o.MaxConns = 20
	}
	raw.SetMaxOpenConns(o.MaxConns)
	raw.SetMaxIdleConns(o.MaxConns)
	if err := raw.PingContext(ctx); err != nil {
		_ = raw.Close()
		return nil, fmt.Errorf("database does not answer: %w", err)
	}
	db := sqlx.NewDb(raw, "postgres")
	db.MapperFunc(columnName)
	return &DB{
		Reader: Reader{db: db, stmts: &statements{db: db, onStatement: o.OnStatement}},
		now:    o.Now,
	}, nil
}

// Close closes every connection.
func (db *DB) Close() error { return db.db.Close() }

// Ping returns an error when the database does not answer.
func (db *DB) Ping(ctx context.Context) error { return db.db.PingContext(ctx) }

// maxTries is how often a transaction is run that lost against another one.
const maxTries = 6

// InTx runs fn in a transaction and commits it where fn returns nil. When
// Postgres chose the transaction as the victim of a deadlock or a
// serialization failure, fn runs again from its start: it must have no effect
// outside the transaction. Transactions do not nest.
func (db *DB) InTx(ctx context.Context, fn func(*Tx) error) (err error) {
	for try := 1; ; try++ {
		err = db.once(ctx, fn)
		if try == maxTries || !isLostRace(err) {
			return err
		}
		pause := time.Duration(rand.IntN(5*try*try)+1) * time.Millisecond
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (db *DB) once(ctx context.Context, fn func(*Tx) error) error {
	t, err := db.db.BeginTxx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	var lacked []string
	defer func() {
		_ = t.Rollback() // does nothing after a commit; a panic of fn must not leave rows locked
		for _, query := range lacked {
			_, _ = db.stmts.prepare(ctx, query) //nolint:sqlclosecheck // it stays prepared; at worst it runs unprepared once more
		}
	}()
	if err = fn(&Tx{Reader: Reader{db: db.db, tx: t, stmts: db.stmts, lacked: &lacked}, now: db.Now()}); err != nil {
		return err
	}
	if err = t.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

func isLostRace(err error) bool {
	var pe *pq.Error
	return errors.As(err, &pe) && (pe.Code == "40001" || pe.Code == "40P01")
}

// NewID returns a new id (UUID version 7: ids sort by the time they were made).
func NewID() invite.ID { return invite.ID(uuid.Must(uuid.NewV7()).String()) }

// statements prepares each query once a connection: lib/pq pays two round
// trips for a query with arguments that is not prepared.
type statements struct {
	db          *sqlx.DB
	cache       sync.Map // query -> *sqlx.Stmt
	mu          sync.Mutex
	count       int
	onStatement func(string)
}

// maxPrepared bounds what a server connection keeps: beyond it, queries of
// rare shapes run unprepared.
const maxPrepared = 500

// cached returns the query's statement, or nil where it is not prepared.
func (s *statements) cached(query string) *sqlx.Stmt {
	if st, ok := s.cache.Load(query); ok {
		return st.(*sqlx.Stmt)
	}
	return nil
}

// prepare returns the query's statement, or nil where there are too many. It
// takes a connection, so nobody may call it who holds one: with every
// connection in a transaction that waits for one more, none would ever end.
func (s *statements) prepare(ctx context.Context, query string) (*sqlx.Stmt, error) {
	if st := s.cached(query); st != nil {
		return st, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	st := s.cached(query)
	if st != nil || s.count >= maxPrepared {
		return st, nil
	}
	st, err := s.db.PreparexContext(ctx, query) //nolint:sqlclosecheck // it stays prepared
	if err != nil {
		return nil, err
	}
	s.count++
	s.cache.Store(query, st)
	return st, nil
}

// run hands the query's statement, bound to the transaction if there is one,
// to use; where the query is not prepared, it runs unprepared. A transaction
// leaves preparing what it lacked for its end.
func (r *Reader) run(ctx context.Context, query string, use func(*sqlx.Stmt) error, unprepared func(sqlx.ExtContext) error) error {
	if r.stmts.onStatement != nil {
		r.stmts.onStatement(query)
	}
	switch {
	case r.unprepared && r.tx != nil:
		return unprepared(r.tx)
	case r.unprepared:
		return unprepared(r.db)
	case r.tx != nil:
		if st := r.stmts.cached(query); st != nil {
			return use(r.tx.StmtxContext(ctx, st))
		}
		*r.lacked = append(*r.lacked, query)
		return unprepared(r.tx)
	}
	st, err := r.stmts.prepare(ctx, query)
	switch {
	case err != nil:
		return err
	case st == nil:
		return unprepared(r.db)
	}
	return use(st)
}

// get reads one row into dst; NOT_FOUND where there is none.
func (r *Reader) get(ctx context.Context, dst any, query string, args ...any) error {
	err := r.run(ctx, query,
		func(st *sqlx.Stmt) error { return st.GetContext(ctx, dst, args...) },
		func(x sqlx.ExtContext) error { return sqlx.GetContext(ctx, x, dst, query, args...) })
	if errors.Is(err, sql.ErrNoRows) {
		return invite.Errorf(invite.NotFound, "", "No such record.")
	}
	return err
}

// list reads every row into the slice dst points to.
func (r *Reader) list(ctx context.Context, dst any, query string, args ...any) error {
	return r.run(ctx, query,
		func(st *sqlx.Stmt) error { return st.SelectContext(ctx, dst, args...) },
		func(x sqlx.ExtContext) error { return sqlx.SelectContext(ctx, x, dst, query, args...) })
}

// exec runs a write and returns how many rows it touched.
func (tx *Tx) exec(ctx context.Context, query string, args ...any) (n int64, err error) {
	var res sql.Result
	err = tx.run(ctx, query,
		func(st *sqlx.Stmt) (e error) { res, e = st.ExecContext(ctx, args...); return e },
		func(x sqlx.ExtContext) (e error) { res, e = x.ExecContext(ctx, query, args...); return e })
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// columnName turns a Go field name into its column's: LocationID becomes
// location_id, TTLDays becomes ttl_days.
func columnName(field string) string {
	var b strings.Builder
	rs := []rune(field)
	for i, r := range rs {
		if unicode.IsUpper(r) && i > 0 && (unicode.IsLower(rs[i-1]) || i+1 < len(rs) && unicode.IsLower(rs[i+1])) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// violates tells whether err is a violation of the named constraint or unique
// index.
func violates(err error, constraint string) bool {
	var pe *pq.Error
	return errors.As(err, &pe) && pe.Constraint == constraint
}
