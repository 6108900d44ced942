// Package pgserver runs a PostgreSQL server of its own for tests: a new cluster in
// a temporary folder, reached by a Unix socket in it and by nothing else.
//
//	s, err := pgserver.Start()
//	defer s.Stop()
//	url, err := s.Create(ctx, "test")   // a new, empty database
//
// The programs are those of the folder that the environment variable DATAASSET_POSTGRES
// names; without it, those found on the path or where Debian puts them. PostgreSQL
// refuses to run as root: started by root, it runs as nobody.
package pgserver

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
)

// Variable names the environment variable with the folder of PostgreSQL's programs.
const Variable = "DATAASSET_POSTGRES"

// ErrMissing is that PostgreSQL is not installed, and the variable is not set: a
// test may then be skipped.
var ErrMissing = errors.New("pgserver: initdb and postgres are not here: install PostgreSQL, or set " + Variable + " to the folder of its programs")

// Server is a running server.
type Server struct {
	bin     string
	dir     string // the socket, and the cluster in data
	process *exec.Cmd
	done    chan error
	guard   io.Closer // ends the server when this program is gone, however it went
}

// Start makes a cluster and starts a server on it, with the defaults of a real one:
// what is committed has reached the disk.
func Start() (*Server, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "pg") // short: the name of a socket has 107 bytes at most
	if err != nil {
		return nil, err
	}
	s := &Server{bin: bin, dir: dir}
	if err := errors.Join(own(dir), s.run("initdb", "--pgdata="+s.data(), "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	if err := s.Restart(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return s, nil
}

// programs is the folder of initdb and postgres.
func programs() (string, error) {
	if dir := os.Getenv(Variable); dir != "" {
		return dir, nil
	}
	dirs, _ := filepath.Glob("/usr/lib/postgresql/*/bin") // the pattern is right
	slices.Reverse(dirs)
	if found, err := exec.LookPath("initdb"); err == nil {
		dirs = append(dirs, filepath.Dir(found))
	}
	for _, dir := range dirs {
		if _, err := exec.LookPath(filepath.Join(dir, "postgres")); err == nil {
			return dir, nil
		}
	}
	return "", ErrMissing
}

func (s *Server) data() string { return filepath.Join(s.dir, "data") }

// run runs one of the programs to its end.
func (s *Server) run(name string, args ...string) error {
	c := s.command(name, args...)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("pgserver: %s: %w: %s", name, err, strings.TrimSpace(string(out)))
	}
	return nil
}

func (s *Server) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(filepath.Join(s.bin, name), args...)
	c.Dir = s.dir
	unprivileged(c)
	return c
}

// Restart starts the server on its cluster, after Kill too: it recovers what was
// committed before it answers.
func (s *Server) Restart() error {
	deadline := time.Now().Add(time.Minute)
	for {
		err := s.launch(deadline)
		if err == nil || time.Now().After(deadline) {
			return err
		}
		time.Sleep(100 * time.Millisecond) // what is left of a killed server may still hold its memory
	}
}

// launch starts the server and waits until it answers or ends.
func (s *Server) launch(deadline time.Time) error {
	log, err := os.OpenFile(filepath.Join(s.dir, "log"), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		return err
	}
	defer log.Close()
	s.process = s.command("postgres", "-D", s.data(), "-k", s.dir, "-c", "listen_addresses=", "-c", "max_connections=100")
	s.process.Stdout, s.process.Stderr = log, log
	if err := s.process.Start(); err != nil {
		return err
	}
	s.done = make(chan error, 1)
	go func(c *exec.Cmd, done chan error) { done <- c.Wait() }(s.process, s.done)
	if err := s.watch(); err != nil {
		return errors.Join(err, s.Kill())
	}
	db, err := sql.Open("pgx", s.URL("postgres"))
	if err != nil {
		return err
	}
	defer db.Close()
	for {
		if err = db.Ping(); err == nil {
			return nil
		}
		select {
		case ended := <-s.done:
			s.done <- ended
			said, _ := os.ReadFile(log.Name())
			return fmt.Errorf("pgserver: postgres: %w: %s", errors.Join(ended, err), said)
		case <-time.After(20 * time.Millisecond):
		}
		if time.Now().After(deadline) {
			return errors.Join(err, s.Kill())
		}
	}
}

// watch starts a process that waits for the end of its input, which comes when this
// program is gone, and ends the server then.
func (s *Server) watch() error {
	c := exec.Command("sh", "-c", `cat >/dev/null; kill -QUIT "$0" 2>/dev/null`, strconv.Itoa(s.process.Process.Pid))
	unprivileged(c)
	in, err := c.StdinPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait()
	s.guard = in
	return nil
}

// URL names a database of the server.
func (s *Server) URL(database string) string {
	u := url.URL{Scheme: "postgres", Path: "/" + database, RawQuery: url.Values{"host": {s.dir}, "user": {"postgres"}}.Encode()}
	return u.String()
}

// Create makes an empty database and returns its URL.
func (s *Server) Create(ctx context.Context, database string) (string, error) {
	db, err := sql.Open("pgx", s.URL("postgres"))
	if err != nil {
		return "", err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "CREATE DATABASE "+strconv.Quote(database))
	return s.URL(database), err
}

// Kill ends the server at once, as a crash does: SIGKILL, nothing is written.
func (s *Server) Kill() error {
	err := s.process.Process.Kill()
	<-s.done
	s.done <- nil
	if s.guard != nil {
		err = errors.Join(err, s.guard.Close())
	}
	return err
}

// Stop ends the server at once, with all its processes, and removes its cluster,
// which nobody needs written out.
func (s *Server) Stop() error {
	err := s.process.Process.Signal(syscall.SIGQUIT) // PostgreSQL's immediate shutdown
	<-s.done
	return errors.Join(err, s.guard.Close(), os.RemoveAll(s.dir))
}
