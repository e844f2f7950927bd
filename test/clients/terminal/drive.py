"""Runs a command at a terminal of its own: python3 drive.py STEPS COMMAND...

STEPS is a JSON list of [text, keys]: when the command has written the text, the keys are pressed.
Prints all that the command wrote.
"""

import json
import os
import pty
import sys

steps = json.loads(sys.argv[1])
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

written = ""
seen = 0
while True:
    try:
        chunk = os.read(terminal, 65536)
    except OSError:
        break
    if not chunk:
        break
    written += chunk.decode()
    while steps and (found := written.find(steps[0][0], seen)) >= 0:
        text, keys = steps.pop(0)
        seen = found + len(text)
        os.write(terminal, keys.encode())
os.waitpid(pid, 0)
sys.stdout.write(written.replace("\r\n", "\n"))
