"""The suite itself: its environment, its files and its run."""

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

CACHE = Path(__file__).resolve().parent.parent.parent / "node_modules/.cache/conformance"
FILES = {False: ("test_s3.py", "test_headers.py"), True: ("test_iam.py", "test_sts.py")}
FUNCTIONAL = "s3tests/functional"


def environment(directory):
    """A virtual environment with what the suite asks for, tox aside; made once.

    Without awscrt: with it botocore signs through another library, and the tests that alter headers change nothing.
    """
    venv = CACHE / "s3-tests-venv"
    python = venv / "bin/python"
    if not (venv / "complete").exists():
        print("installing the suite's requirements", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        lines = (directory / "requirements.txt").read_text().splitlines()
        asked = [line.partition("#")[0].strip() for line in lines]
        wanted = [requirement for requirement in asked if requirement not in ("", "tox")]
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, *wanted], check=True)
        (venv / "complete").touch()
    return python


def with_accounts(directory, folder, configuration):
    """A copy of the suite with ARNs as AWS writes them: Ceph's leave the account out, and have sessions of roles as IAM's."""
    config = configparser.RawConfigParser()
    config.read(configuration)
    account = config["iam"]["user_id"]
    copy = Path(shutil.copytree(directory, folder / "suite"))
    for name in FILES[True]:
        path = copy / FUNCTIONAL / name
        text = path.read_text().replace("arn:aws:iam:::assumed-role", f"arn:aws:sts::{account}:assumed-role")
        path.write_text(text.replace("arn:aws:iam:::", f"arn:aws:iam::{account}:"))
    return copy


def run(python, directory, options, configuration, arguments):
    variables = {**os.environ, "S3TEST_CONF": configuration, "PYTHONDONTWRITEBYTECODE": "1"}
    # boto3 must not read settings of the person who runs this.
    for name in ("AWS_ENDPOINT_URL", "AWS_PROFILE", "AWS_CONFIG_FILE"):
        variables.pop(name, None)
    variables["AWS_EC2_METADATA_DISABLED"] = "true"
    chosen = any(not argument.startswith("-") and argument.partition("::")[0].endswith(".py") for argument in arguments)
    paths = [] if chosen else [f"{FUNCTIONAL}/{name}" for name in FILES[options.iam]]
    # pytest's default traceback parses a file of 20,000 lines at every failure.
    command = [python, "-m", "pytest", "--tb=native", "-q", "-p", "no:cacheprovider", f"--junit-xml={options.junit}"]
    return subprocess.run([*command, *paths, *arguments], cwd=directory, env=variables).returncode
