"""Rules about the server for the clients that are Python packages: told to and asked by conformance/program.ts."""

import contextlib
import json
import os
import sys
from importlib.metadata import version as version_of

_rules = {}


class Skip(Exception):
    """Raised by a rule that cannot be tried here; the message says why."""


def rule(sentence):
    """Registers the decorated function, which receives a `Target`, as the check of one sentence."""

    def register(check):
        _rules[sentence] = check
        return check

    return register


class Target:
    """What the environment says of the server, and the bucket of this run."""

    def __init__(self):
        self.endpoint = os.environ["AWS_ENDPOINT_URL"]
        self.region = os.environ["AWS_REGION"]
        self.access_key = os.environ["AWS_ACCESS_KEY_ID"]
        self.secret_key = os.environ["AWS_SECRET_ACCESS_KEY"]
        self.bucket = os.environ["CONFORMANCE_BUCKET"]


def equal(actual, expected):
    assert actual == expected, f"expected {_short(expected)}, got {_short(actual)}"


@contextlib.contextmanager
def refused(*kinds):
    """Expects an error of one of these classes."""
    try:
        yield
    except kinds:
        return
    raise AssertionError(f"expected {' or '.join(kind.__name__ for kind in kinds)}, but the server accepted it")


def sample(size):
    """Bytes that do not compress well and are the same in each run."""
    return b"".join(number.to_bytes(4, "big") for number in range(size // 4))


def serve(package):
    """Names the rules about a package, then checks those that standard input asks for."""
    answers, sys.stdout = sys.stdout, sys.stderr
    _say(answers, {"version": version_of(package), "rules": list(_rules)})
    target = Target()
    for line in sys.stdin:
        _say(answers, _outcome(_rules[line.rstrip("\n")], target))


def _say(answers, value):
    print(json.dumps(value), file=answers, flush=True)


def _outcome(check, target):
    try:
        check(target)
    except Skip as reason:
        return {"status": "skipped", "reason": str(reason)}
    except Exception as error:  # any failure of a rule is that rule's outcome
        return {"status": "failed", "reason": f"{type(error).__name__}: {error}".splitlines()[0]}
    return {"status": "passed"}


def _short(value):
    text = repr(value)
    return text if len(text) < 160 else text[:150] + "…"
