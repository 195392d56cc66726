// Command with runs a command, such as go test, with one Postgres and one Redis
// for all of its test processes, and lists the tests that could not run at its
// end. It exits as the command does.
//
//	go run ./internal/testenv/with -- go test ./...
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"usher/internal/engines"
	"usher/internal/testenv"
	"usher/internal/testenv/notrun"
)

func main() {
	args := os.Args[1:]
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	if len(args) == 0 {
		fmt.Fprintln(os.Stderr, "usage: with -- COMMAND [ARGUMENT...]")
		os.Exit(2)
	}
	code, err := run(context.Background(), args, os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "with:", err)
		os.Exit(1)
	}
	os.Exit(code)
}

// run returns the command's exit code. The command and the list write to out.
func run(ctx context.Context, args []string, out io.Writer) (int, error) {
	env := os.Environ()
	if os.Getenv(testenv.DatabaseVariable) == "" {
		postgres, err := testenv.StartPostgres(ctx)
		switch {
		case errors.Is(err, engines.ErrNoPostgres): // each test that needs it says so
		case err != nil:
			return 0, err
		default:
			defer postgres.Stop()
			env = append(env, testenv.DatabaseVariable+"="+postgres.URL(), testenv.OursVariable+"=true")
		}
	}
	if os.Getenv(testenv.RedisVariable) == "" {
		redis, err := testenv.StartRedis(ctx)
		if err != nil {
			return 0, err
		}
		defer redis.Stop()
		env = append(env, testenv.RedisVariable+"="+redis.URL())
		if !redis.Durable() {
			fmt.Fprintln(os.Stderr, "no redis-server or valkey-server is installed: miniredis stands in")
		}
	}
	dir, err := os.MkdirTemp("", "usher-with-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	list := filepath.Join(dir, "not-run")
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(env, notrun.FileVariable+"="+list)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, out, os.Stderr
	code, err := wait(cmd)
	if err != nil {
		return 0, err
	}
	return code, printList(out, list)
}

// wait runs cmd to its end. The signals that end a run are passed on to it and
// not obeyed here, so that the servers outlive it.
func wait(cmd *exec.Cmd) (int, error) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	for {
		select {
		case sig := <-signals:
			_ = cmd.Process.Signal(sig)
		case err := <-done:
			var exit *exec.ExitError
			if errors.As(err, &exit) {
				return max(exit.ExitCode(), 1), nil // -1 where a signal ended it
			}
			return 0, err
		}
	}
}

// printList prints each line that tests left in the list, once.
func printList(out io.Writer, path string) error {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // every test ran
	}
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	slices.Sort(lines)
	lines = slices.Compact(lines)
	_, err = fmt.Fprintf(out, "\nFor want of a tool, tests did not run (%d):\n%s\n", len(lines), strings.Join(lines, "\n"))
	return err
}
