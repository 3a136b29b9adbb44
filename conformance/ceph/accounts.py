"""The accounts of the suite's configuration, and the projects that they are."""

import configparser
import json
import os
import secrets
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from ceph.seau import DAY_SECONDS

# Section of the configuration -> Seau's project. "default" is the project of the root keys.
PROJECTS = {
    "s3 main": "default",
    "s3 alt": "s3-tests-alt",
    "s3 tenant": "s3-tests-tenant",
    "iam": "s3-tests-iam",
    "iam root": "s3-tests-iam-root",
    "iam alt root": "s3-tests-iam-alt-root",
}

# Of these the suite wants the number of the account, of the others their canonical id.
NUMBERED = ("iam", "iam root")

# The suite has an account of its own for what it calls a tenant.
OWN_NAMES = "s3 tenant"


def given():
    if "S3TEST_ACCOUNTS" in os.environ:
        return json.loads(Path(os.environ["S3TEST_ACCOUNTS"]).read_text())
    keys = {"access_key": os.environ["AWS_ACCESS_KEY_ID"], "secret_key": os.environ["AWS_SECRET_ACCESS_KEY"]}
    return {section: _account(name, "unknown", keys) for section, name in PROJECTS.items()}


def new():
    def keys():
        return {"access_key": "S3TEST" + secrets.token_hex(7).upper(), "secret_key": secrets.token_hex(20)}

    return {section: _account(name, None, keys()) for section, name in PROJECTS.items()}


def _account(name, user_id, keys):
    return {"display_name": name, "user_id": user_id, "email": f"{name}@example.com", **keys}


def make(server, sections):
    """Makes a project with a key for each account, notes the projects' ids and makes keys for SSE-KMS."""
    for section, name in PROJECTS.items():
        if name != "default":
            one = sections[section]
            names = ["--own-namespace"] if section == OWN_NAMES else []
            server.run("project", "create", name, "--email", one["email"], *names)
            imported = ["--access-key", one["access_key"], "--secret-key", one["secret_key"]]
            server.run("key", "create", "--project", name, *imported)
    listed = {row["name"]: row for row in server.run("project", "list")}
    for section, name in PROJECTS.items():
        sections[section]["user_id"] = listed[name]["id" if section in NUMBERED else "canonicalId"]
    for name in ("kms_keyid", "kms_keyid2"):
        sections["s3 main"][name] = server.run("kms", "create", "--project", PROJECTS["s3 main"])["arn"]


def user_of(account, endpoint, python):
    """A user of the account that may do everything in S3 and STS, by a group, as the suite expects of Ceph's users."""
    program = Path(__file__).with_name("make_user.py")
    keys = {"AWS_ACCESS_KEY_ID": account["access_key"], "AWS_SECRET_ACCESS_KEY": account["secret_key"]}
    made = subprocess.run([python, program, endpoint], env={**os.environ, **keys}, check=True, capture_output=True)
    return {"display_name": "alt", "email": "alt@example.com", **json.loads(made.stdout)}


def write(path, endpoint, sections):
    """Gives the path of the suite's configuration."""
    address = urlsplit(endpoint)
    config = configparser.RawConfigParser()
    secure = address.scheme == "https"
    config["DEFAULT"] = {
        "host": address.hostname,
        "port": str(address.port or (443 if secure else 80)),
        "is_secure": str(secure),
        "ssl_verify": "False",
    }
    config["fixtures"] = {
        "bucket prefix": "s3-tests-{random}-",
        "iam name prefix": "s3-tests-",
        "iam path prefix": "/s3-tests/",
    }
    for section, values in sections.items():
        config[section] = values
    config["s3 main"]["lc_debug_interval"] = str(DAY_SECONDS)
    config["s3 main"]["api_name"] = os.environ.get("AWS_REGION", "us-east-1")
    config["s3 tenant"]["tenant"] = os.environ.get("S3TEST_TENANT", PROJECTS["s3 tenant"])
    with open(path, "w") as file:
        config.write(file)
    return str(path)
