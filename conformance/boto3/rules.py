"""Rules about the server, checked one after another; each outcome is one line of JSON on standard output."""

import json
import os
import secrets
from contextlib import contextmanager

import boto3
import urllib3
from botocore import UNSIGNED
from botocore.client import Config
from botocore.exceptions import ClientError, MissingDependencyException

from exercised import answered

_rules = []


class Skip(Exception):
    """Raised by a rule that cannot be tried here; the message says why."""


def rule(sentence):
    """Registers the decorated function, which receives a `Server`, as the check of one sentence."""

    def register(check):
        _rules.append((sentence, check))
        return check

    return register


class Server:
    """The endpoint of the environment, a bucket of this run's own, and clients for both."""

    def __init__(self):
        self.endpoint = os.environ["AWS_ENDPOINT_URL"]
        self.region = os.environ["AWS_REGION"]
        self.bucket = fresh_name()
        self.http = urllib3.PoolManager(retries=False, timeout=30)
        self.s3 = self.client()

    def client(self, credentials=None, **config):
        """A client of its own configuration; `addressing` is path unless told otherwise."""
        s3 = {"addressing_style": config.pop("addressing", "path"), **config.pop("s3", {})}
        settings = {"retries": {"max_attempts": 1}, "s3": s3, **config}
        endpoint = settings.pop("endpoint", self.endpoint)
        return boto3.client("s3", endpoint_url=endpoint, config=Config(**settings), **(credentials or {}))

    def anonymous(self):
        return self.client(signature_version=UNSIGNED)

    def request(self, method, url, body=None, headers=None):
        """An unsigned request; `url` may be a path below the endpoint."""
        target = url if url.startswith("http") else self.endpoint + url
        return self.http.request(method, target, body=body, headers=headers or {}, redirect=False)

    def put(self, key, body=b"content", **more):
        return self.s3.put_object(Bucket=self.bucket, Key=key, Body=body, **more)

    def get(self, key, **more):
        return self.s3.get_object(Bucket=self.bucket, Key=key, **more)

    def read(self, key, **more):
        return self.get(key, **more)["Body"].read()

    def keys(self, **more):
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, **more)
        return [item["Key"] for page in pages for item in page.get("Contents", [])]

    @contextmanager
    def another_bucket(self):
        name = fresh_name()
        self.s3.create_bucket(Bucket=name)
        try:
            yield name
        finally:
            self.remove(name)

    def remove(self, bucket):
        for page in self.s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
            for item in page.get("Contents", []):
                self.s3.delete_object(Bucket=bucket, Key=item["Key"])
        for upload in self.s3.list_multipart_uploads(Bucket=bucket).get("Uploads", []):
            self.s3.abort_multipart_upload(Bucket=bucket, Key=upload["Key"], UploadId=upload["UploadId"])
        self.s3.delete_bucket(Bucket=bucket)


def fresh_name():
    return f"conformance-boto3-{secrets.token_hex(4)}"


@contextmanager
def refused(code, status=None):
    """Expects a ClientError with this code (or one of a tuple) and, if given, this HTTP status."""
    codes = code if isinstance(code, tuple) else (code,)
    try:
        yield
    except ClientError as error:
        answer = error.response["Error"]["Code"]
        assert answer in codes, f"expected {' or '.join(codes)}, got {answer}"
        got = error.response["ResponseMetadata"]["HTTPStatusCode"]
        assert status in (None, got), f"expected status {status}, got {got}"
    else:
        raise AssertionError(f"expected {' or '.join(codes)}, but the server accepted it")


def equal(actual, expected):
    assert actual == expected, f"expected {_short(expected)}, got {_short(actual)}"


def _short(value):
    text = repr(value)
    return text if len(text) < 160 else text[:150] + "…"


def run():
    """Checks every registered rule on a fresh bucket."""
    server = Server()
    server.s3.create_bucket(Bucket=server.bucket)
    try:
        for sentence, check in _rules:
            before = answered()
            outcome = _outcome(check, server)
            operations = sorted(answered() - before)
            print(json.dumps({"rule": sentence, **outcome, "operations": operations}), flush=True)
    finally:
        server.remove(server.bucket)


def _outcome(check, server):
    try:
        check(server)
    except Skip as reason:
        return {"status": "skipped", "reason": str(reason)}
    except MissingDependencyException:
        return {"status": "skipped", "reason": "this client has no such checksum without awscrt"}
    except Exception as error:  # any failure of a rule is that rule's outcome
        return {"status": "failed", "reason": f"{type(error).__name__}: {error}".splitlines()[0]}
    return {"status": "passed"}
