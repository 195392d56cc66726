package inbox

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// maxMessages is how many messages are kept; the oldest go first.
const maxMessages = 2000

// store keeps the newest messages in memory and in a file of JSON lines. The
// file is appended to, and rewritten when half of it is out of date.
type store struct {
	limit int
	path  string
	log   *slog.Logger

	mu       sync.Mutex
	messages []*Message // oldest first; a stored message never changes
	lastID   int64
	file     *os.File
	lines    int // in the file
	watchers map[chan struct{}]bool
}

// openStore reads what an earlier run kept.
func openStore(dir string, limit int, log *slog.Logger) (*store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("inbox: %w", err)
	}
	s := &store{
		limit:    limit,
		path:     filepath.Join(dir, "messages.jsonl"),
		log:      log,
		watchers: map[chan struct{}]bool{},
	}
	if err := s.load(); err != nil {
		return nil, fmt.Errorf("inbox: read %s: %w", s.path, err)
	}
	// Rewriting also drops the half line that a crash may have left.
	if err := s.rewrite(); err != nil {
		return nil, fmt.Errorf("inbox: write %s: %w", s.path, err)
	}
	return s, nil
}

func (s *store) load() error {
	file, err := os.Open(s.path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewReader(file)
	for {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			m := new(Message)
			if json.Unmarshal(line, m) != nil || m.ID <= s.lastID {
				s.log.Warn("inbox: dropped a kept message that cannot be read", "file", s.path)
			} else {
				s.lastID = m.ID
				s.keep(m)
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// keep adds m in memory and drops what is over the limit.
func (s *store) keep(m *Message) {
	s.messages = append(s.messages, m)
	if over := len(s.messages) - s.limit; over > 0 {
		s.messages = append([]*Message(nil), s.messages[over:]...)
	}
}

// rewrite replaces the file by one of the messages in memory.
func (s *store) rewrite() error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	for _, m := range s.messages {
		if err := encoder.Encode(m); err != nil {
			return err
		}
	}
	fresh := s.path + ".new"
	if err := os.WriteFile(fresh, b.Bytes(), 0o600); err != nil {
		return err
	}
	if err := os.Rename(fresh, s.path); err != nil {
		return err
	}
	file, err := os.OpenFile(s.path, os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if s.file != nil {
		_ = s.file.Close() // what it held is in the fresh one
	}
	s.file, s.lines = file, len(s.messages)
	return nil
}

// add gives m its id and keeps it. Only what is kept is shown.
func (s *store) add(m Message) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	m.ID = s.lastID + 1
	line, err := json.Marshal(&m)
	if err != nil {
		return err
	}
	if _, err := s.file.Write(append(line, '\n')); err != nil {
		return err
	}
	s.lastID, s.lines = m.ID, s.lines+1
	s.keep(&m)
	if s.lines >= 2*s.limit {
		if err := s.rewrite(); err != nil {
			s.log.Warn("inbox: the file of kept messages could not be shortened", "error", err)
		}
	}
	for watcher := range s.watchers {
		select {
		case watcher <- struct{}{}:
		default: // it has not taken the last signal yet, which will do
		}
	}
	return nil
}

// get returns a message, or nil where there is none of that id.
func (s *store) get(id int64) *Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.messages {
		if m.ID == id {
			return m
		}
	}
	return nil
}

// found is one page of a search.
type found struct {
	messages []*Message // newest first
	total    int        // of the whole search
	next     int64      // the "before" of the next page; 0 on the last
	latest   int64      // id of the newest message, whether found or not
}

// search returns the newest messages that hold every word of query, at most
// limit, and only those older than the id before, unless that is 0.
func (s *store) search(query string, before int64, limit int) found {
	s.mu.Lock()
	messages, latest := s.messages, s.lastID
	s.mu.Unlock()

	words := strings.Fields(strings.ToLower(query))
	page := found{latest: latest}
	for i := len(messages) - 1; i >= 0; i-- {
		m := messages[i]
		if !m.matches(words) {
			continue
		}
		page.total++
		switch {
		case before != 0 && m.ID >= before:
		case len(page.messages) < limit:
			page.messages = append(page.messages, m)
		case page.next == 0:
			page.next = page.messages[limit-1].ID
		}
	}
	return page
}

// watch returns a channel that gets a signal after messages were added, and a
// function that ends it. Signals merge: one stands for all since the last.
func (s *store) watch() (<-chan struct{}, func()) {
	watcher := make(chan struct{}, 1)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.watchers[watcher] = true
	return watcher, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.watchers, watcher)
	}
}

func (s *store) latest() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lastID
}

func (s *store) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.file.Close()
}
