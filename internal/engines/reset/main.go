// Command reset removes a state folder of the development mode: all of its
// data. It refuses while a run uses the folder.
//
//	go run ./internal/engines/reset .usher
package main

import (
	"context"
	"fmt"
	"os"

	"usher/internal/engines"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: reset FOLDER")
		os.Exit(2)
	}
	if err := engines.RemoveState(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "reset:", err)
		os.Exit(1)
	}
}
