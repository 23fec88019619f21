# SPDX-License-Identifier: MIT
"""launch.py CORES PROGRAM [ARGUMENT...]: runs a program on so many cores (0: on all) and prints its exit status, and in seconds and bytes how long it took, how long it kept
processors busy, and the most memory that it had. To be run as `python3 -I -S`, and without other modules: no program is told to have had less memory than the one that started it."""
import posix
import sys
import time

cores, program = int(sys.argv[1]), sys.argv[2:]
if cores:
    posix.sched_setaffinity(0, sorted(posix.sched_getaffinity(0))[:cores])
nowhere = [(posix.POSIX_SPAWN_OPEN, 0, "/dev/null", posix.O_RDONLY, 0), (posix.POSIX_SPAWN_OPEN, 1, "/dev/null", posix.O_WRONLY, 0)]
began = time.perf_counter()
child = posix.posix_spawn(program[0], program, posix.environ, file_actions=nowhere)
_, status, used = posix.wait4(child, 0)
print(posix.waitstatus_to_exitcode(status), time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
