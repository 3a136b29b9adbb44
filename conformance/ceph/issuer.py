"""The OpenID provider that the suite expects at localhost:8080."""

import contextlib
import json
import subprocess
from pathlib import Path

from ceph.seau import stop

ROOT = Path(__file__).resolve().parent.parent.parent


@contextlib.contextmanager
def serving():
    """Gives the section of the suite's configuration that tells of it."""
    program = Path(__file__).with_name("issuer.ts")
    process = subprocess.Popen(["node", "--import=tsx", program], cwd=ROOT, stdout=subprocess.PIPE)
    try:
        yield json.loads(process.stdout.readline())
    finally:
        stop(process)
