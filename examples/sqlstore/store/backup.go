package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Backup writes a copy of the database to a new file while others go on writing:
// an SQLite database by VACUUM INTO, a PostgreSQL one by pg_dump in its own format.
// The copy is of one moment and on the disk when Backup returns; the heads are
// those of the moment before, by which [Restore] or [Store.Verify] prove it. A file
// that is there already is refused; what was not written to its end is removed.
func (s *Store) Backup(ctx context.Context, file string) ([]Head, error) {
	heads, err := s.Heads(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return nil, errors.Join(fmt.Errorf("store: backup: %s: want a file that is not there yet", file), err)
	}
	part := file + ".part"
	if s.dialect.name == sqlite.name {
		_, err = s.db.ExecContext(ctx, "VACUUM INTO $1", part)
	} else {
		err = tool(ctx, s.source, "pg_dump", "--format=custom", "--file="+part)
	}
	if err == nil {
		err = settle(part, file)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("store: backup: %w", err), ignoring(os.Remove(part), fs.ErrNotExist))
	}
	return heads, nil
}

// Restore makes a database of a backup and opens it, once every log has been
// replayed and agrees with the heads. source is a file that is not there yet, or an
// empty PostgreSQL database. What was restored and does not agree is not opened; it
// stays, to be looked at.
func Restore(ctx context.Context, backup, source string, rules Rules, kept ...Head) (*Store, error) {
	var err error
	if isPostgres(source) {
		err = tool(ctx, source, "pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", backup)
	} else {
		err = copyFile(backup, source)
	}
	if err != nil {
		return nil, fmt.Errorf("store: restore: %w", err)
	}
	s, err := Open(ctx, source, rules)
	if err != nil {
		return nil, err
	}
	if err := s.Verify(ctx, kept...); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// tool runs one of PostgreSQL's programs on a database. A password goes by the
// environment, where other users of the machine do not see it.
func tool(ctx context.Context, source, name string, args ...string) error {
	u, err := url.Parse(source)
	if err != nil {
		return errors.New("want a URL of the form postgres://…") // the error would quote the password
	}
	env := os.Environ()
	if password, ok := u.User.Password(); ok {
		u.User = url.User(u.User.Username())
		env = append(env, "PGPASSWORD="+password)
	}
	c := exec.CommandContext(ctx, name, append([]string{"--dbname=" + u.String()}, args...)...)
	var said bytes.Buffer
	c.Env, c.Stderr = env, &said
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, strings.TrimSpace(said.String()))
	}
	return nil
}

// copyFile copies a file to a new one, which is there whole or not at all.
func copyFile(from, to string) error {
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(fmt.Errorf("%s: want a file that is not there yet", to), err)
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	part := to + ".part"
	out, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Close()); err == nil {
		err = settle(part, to)
	}
	if err != nil {
		return errors.Join(err, ignoring(os.Remove(part), fs.ErrNotExist))
	}
	return nil
}

// settle brings a file to the disk and gives it its name.
func settle(part, name string) error {
	for _, step := range []func() error{
		func() error { return sync(part) },
		func() error { return os.Rename(part, name) },
		func() error { return sync(filepath.Dir(name)) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// sync brings a file, or the names in a folder, to the disk.
func sync(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
