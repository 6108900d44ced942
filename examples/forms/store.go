package main

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dataasset-go/dataasset/record"
)

// What one store holds at most: a site without users must not be filled up.
const (
	maxDocuments = 1000
	maxHeld      = 64 << 20 // bytes of all instances
)

var (
	errFull     = errors.New("forms: the store is full")
	errNoSuch   = errors.New("forms: there is no such document")
	errFinished = errors.New("forms: the document was submitted, and stays as it is")
)

// document is an instance of a record that somebody has saved.
type document struct {
	ID       string          `json:"id"`
	Record   string          `json:"record"`
	Final    bool            `json:"final"` // submitted; else a draft
	SavedAt  time.Time       `json:"savedAt"`
	Instance json.RawMessage `json:"instance"`
}

func (d document) stage() record.Stage {
	if d.Final {
		return record.Final
	}
	return record.Draft
}

// store keeps documents in memory and, where it has a folder, as one file each.
// It is safe for concurrent use by one program.
type store struct {
	mu   sync.Mutex
	root *os.Root // nil: in memory only
	all  map[string]document
	held int
}

var documentID = regexp.MustCompile(`^[0-9a-f]{32}$`)

// openStore reads what a folder keeps, or begins an empty store in memory for "".
// The folder is made where it is missing. Files that are not the store's are left
// alone; one that is and cannot be read is an error.
func openStore(dir string) (*store, error) {
	s := &store{all: map[string]document{}}
	if dir == "" {
		return s, nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	s.root = root
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	for _, e := range entries {
		id, ours := strings.CutSuffix(e.Name(), ".json")
		if !ours || !documentID.MatchString(id) || !e.Type().IsRegular() {
			continue
		}
		if err := s.load(id); err != nil {
			return nil, errors.Join(err, root.Close())
		}
	}
	return s, nil
}

func (s *store) load(id string) error {
	b, err := s.root.ReadFile(id + ".json")
	if err != nil {
		return err
	}
	var d document
	if err := json.Unmarshal(b, &d); err != nil {
		return fmt.Errorf("%s.json: %w", id, err)
	}
	if d.ID != id {
		return fmt.Errorf("%s.json: has the id %q, want that of its name", id, d.ID)
	}
	s.all[id] = d
	s.held += len(d.Instance)
	return nil
}

// Close lets go of the folder.
func (s *store) Close() error {
	if s.root == nil {
		return nil
	}
	return s.root.Close()
}

// add keeps a new document under an id that nobody can guess.
func (s *store) add(d document) (document, error) {
	var b [16]byte
	rand.Read(b[:]) // never fails
	d.ID = hex.EncodeToString(b[:])
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.all) >= maxDocuments {
		return document{}, errFull
	}
	return d, s.put(d)
}

// replace keeps a document in the place of the draft with its id and record.
func (s *store) replace(d document) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	was, ok := s.all[d.ID]
	switch {
	case !ok || was.Record != d.Record:
		return errNoSuch
	case was.Final:
		return errFinished
	}
	return s.put(d)
}

// put writes the file first: what is in memory is on disk.
func (s *store) put(d document) error {
	held := s.held - len(s.all[d.ID].Instance) + len(d.Instance)
	if held > maxHeld {
		return errFull
	}
	if s.root != nil {
		b, err := json.Marshal(d)
		if err != nil {
			return err
		}
		if err := s.write(d.ID+".json", b); err != nil {
			return err
		}
	}
	s.all[d.ID], s.held = d, held
	return nil
}

// write replaces a file at once: a reader sees the old one or the new one.
func (s *store) write(name string, b []byte) error {
	const beside = "unfinished.tmp" // the lock is held: there is one writer
	if err := s.root.WriteFile(beside, b, 0o600); err != nil {
		return err
	}
	return s.root.Rename(beside, name)
}

// get returns the document with an id; any text may be asked for.
func (s *store) get(id string) (document, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, ok := s.all[id]
	return d, ok
}

func (s *store) remove(id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, ok := s.all[id]
	if !ok {
		return errNoSuch
	}
	if s.root != nil {
		if err := s.root.Remove(id + ".json"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	delete(s.all, id)
	s.held -= len(d.Instance)
	return nil
}

// list returns the documents, the last saved first.
func (s *store) list() []document {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]document, 0, len(s.all))
	for _, d := range s.all {
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b document) int {
		if c := b.SavedAt.Compare(a.SavedAt); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	return all
}
