package inbox

import (
	"bytes"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
)

func mustOpen(t *testing.T, dir string, limit int, log *slog.Logger) *store {
	t.Helper()
	s, err := openStore(dir, limit, log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.close() })
	return s
}

func ids(s *store) string {
	var all []int64
	for _, m := range s.search("", 0, 100).messages {
		all = append(all, m.ID)
	}
	return fmt.Sprint(all)
}

func TestStoreIsBounded(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, 3, slog.New(slog.DiscardHandler))
	for range 10 {
		if err := s.add(Message{To: "a@a.example"}); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(filepath.Join(dir, "messages.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		if lines := bytes.Count(content, []byte("\n")); lines >= 6 {
			t.Errorf("the file has %d lines for 3 messages", lines)
		}
	}
	if got := ids(s); got != "[10 9 8]" {
		t.Errorf("kept %s", got)
	}
	if s.get(7) != nil {
		t.Error("an old message can still be read")
	}
	if got := ids(mustOpen(t, dir, 2, slog.New(slog.DiscardHandler))); got != "[10 9]" {
		t.Errorf("kept %s after a restart with a lower limit", got)
	}
}

func TestStoreSurvivesACrashInMidLine(t *testing.T) {
	dir := t.TempDir()
	half := `{"id":"1","to":"a@a.example"}` + "\n" + `{"id":"1","to":"again@a.example"}` + "\n" + `{"id":"2","to":"b@`
	if err := os.WriteFile(filepath.Join(dir, "messages.jsonl"), []byte(half), 0o600); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	s := mustOpen(t, dir, 10, slog.New(slog.NewTextHandler(&log, nil)))
	if got := ids(s); got != "[1]" {
		t.Errorf("kept %s", got)
	}
	if got := bytes.Count(log.Bytes(), []byte("cannot be read")); got != 2 || bytes.Contains(log.Bytes(), []byte("again@")) {
		t.Errorf("logged %s; want two warnings without content", log.String())
	}
	if err := s.add(Message{To: "c@a.example"}); err != nil {
		t.Fatal(err)
	}
	if got := ids(mustOpen(t, dir, 10, slog.New(slog.DiscardHandler))); got != "[2 1]" {
		t.Errorf("kept %s after another restart", got)
	}
}

func TestStoreRefusesAFolderItCannotUse(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := openStore(file, 10, slog.New(slog.DiscardHandler)); err == nil {
		t.Error("a file is taken for a folder")
	}
}

func TestParseEmailShowsWhatItCannotUnderstand(t *testing.T) {
	for _, source := range []string{"", "no header at all", "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nbroken"} {
		if m := parseEmail(source); m.Channel != Email {
			t.Errorf("%q: %+v", source, m)
		}
	}
	if m := parseEmail("no header at all"); m.Text != "no header at all" {
		t.Errorf("text %q", m.Text)
	}
}
