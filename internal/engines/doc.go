// Package engines starts real Postgres and Redis as children of this process,
// for the development mode and for tests. No step is asked of the person: the
// binaries are those of the machine or, for Postgres, of an npm package.
//
// What holds for both engines:
//
//   - The data folder survives restarts. A run that was killed leaves nothing
//     behind that hinders the next one.
//   - A folder serves one process at a time. A second start is refused with an
//     error that wraps ErrInUse and names the first; it never touches its data.
//   - A parent that dies, kill -9 included, takes the child down with a clean
//     shutdown. The folder stays locked until the child has ended.
//   - Nothing listens on the network: the engines are reached through a unix
//     socket in a folder of mode 0700.
//
// Unix only: Linux and macOS.
package engines
