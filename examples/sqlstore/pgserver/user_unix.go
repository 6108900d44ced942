//go:build unix

package pgserver

import (
	"os"
	"os/exec"
	"syscall"
)

// nobody is the user without rights, the same number on every Unix in use.
const nobody = 65534

// own gives a folder to the user that the server runs as.
func own(dir string) error {
	if os.Getuid() != 0 {
		return nil
	}
	return os.Chown(dir, nobody, nobody)
}

// unprivileged makes a program run as a user without rights where we are root. It
// is in a process group of its own: an interrupt from the terminal is ours to pass on.
func unprivileged(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if os.Getuid() == 0 {
		c.SysProcAttr.Credential = &syscall.Credential{Uid: nobody, Gid: nobody}
	}
}
