# SPDX-License-Identifier: MIT
# terminal.py FILE TERM SECONDS PROGRAM ARGUMENT...: runs the program with a terminal of forty columns as standard error,
# gives it the file on standard input after so many seconds, and prints what it wrote on the terminal, as Python writes it.
import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import time

path, term, seconds, *command = sys.argv[1:]
terminal, stderr = pty.openpty()
fcntl.ioctl(stderr, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 40, 0, 0))
process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=stderr, env={"TERM": term})
os.close(stderr)
time.sleep(float(seconds))
with open(path, "rb") as file:
    process.stdin.write(file.read())
process.stdin.close()
written = b""
while True:
    try:
        written += os.read(terminal, 4096)
    except OSError:  # the program has closed its end
        break
process.wait()
print(written)
