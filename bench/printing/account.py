"""Runs a program and says what it took: `account.py REPORT COMMAND ARGUMENT...`.

REPORT gets JSON: `wall`, the seconds until the program itself ended, and `cpu`, the processors'
seconds of it and of every process that came of it; `peak`, the bytes of the largest. Orphans, such as the processes of a Chromium
that was killed, come to this process (prctl(2), PR_SET_CHILD_SUBREAPER) and are counted too.
"""

import ctypes
import json
import os
import resource
import sys
import time

PR_SET_CHILD_SUBREAPER = 36

report, *command = sys.argv[1:]
if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
    sys.exit("This system does not hand orphans over.")
begun = time.monotonic()
program = os.posix_spawnp(command[0], command, os.environ)
wall, code = 0.0, 1
try:
    while True:
        ended, status = os.wait()
        if ended == program:
            wall = time.monotonic() - begun
            code = os.waitstatus_to_exitcode(status)
except ChildProcessError:
    pass  # Nobody is left.
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(report, "w") as out:
    json.dump({"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss * 1024}, out)
sys.exit(code if code >= 0 else 128 - code)
