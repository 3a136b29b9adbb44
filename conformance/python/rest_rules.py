"""The REST API through requests: a backend that uploads, reads, lists, deletes and shares files."""

import io
import os
import re
from pathlib import Path

import boto3
import requests

import seed_upload
from rules import Skip, equal, rule, serve

# The smallest of JPEGs.
PHOTO = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300" + "01" * 64 + "ffc0000b080001000101011100"
    "ffc40014000100000000000000000000000000000003ffc40014100100000000000000000000000000000000ffda0008010100003f0037ffd9"
)


class Api:
    """The API under `/api`, or at the bare names, with the key of the environment or another."""

    def __init__(self, key=None, below="/api"):
        if "CONFORMANCE_REST_URL" not in os.environ:
            raise Skip("only a Seau of this run's own has an API key")
        self.root = os.environ["CONFORMANCE_REST_URL"]
        self.url = self.root + below
        self.headers = {"Authorization": f"Bearer {key or os.environ['CONFORMANCE_API_KEY']}"}

    def __call__(self, method, path, **more):
        return requests.request(method, self.url + path, headers={**self.headers, **more.pop("headers", {})}, **more)

    def upload(self, name, content, **fields):
        return self("POST", "/upload", files={"file": (name, io.BytesIO(content))}, data={"bucket": "users", **fields})


def name_of(answer):
    return answer["url"].rsplit("/", 1)[1]


def users():
    """The bucket that the author's example names."""
    boto3.client("s3").create_bucket(Bucket="users")


@rule("runs the upload of an application's backend unchanged")
def seed(server):
    api = Api()
    users()
    Path("profil.jpg").write_bytes(PHOTO)
    answer = seed_upload.upload()
    equal(answer["status"], "success")
    assert re.fullmatch(r".+/storage/[^/]+/users/[0-9a-f-]{36}\.jpg", answer["url"]), answer["url"]
    equal(api("GET", "/object", params={"bucket": "users", "file": name_of(answer)}).content, PHOTO)


@rule("lists and deletes what was uploaded, with and without /api in front")
def list_and_delete(server):
    for below in ("/api", ""):
        api = Api(below=below)
        users()
        name = name_of(api.upload("été 1.txt", b"text").json())
        files = api("GET", "/list", params={"bucket": "users"}).json()["files"]
        assert name in [each["file"] for each in files]
        equal(api("DELETE", "/object", json={"bucket": "users", "file": name}).json(), {"status": "success"})
        gone = api("GET", "/object", params={"bucket": "users", "file": name})
        equal((gone.status_code, gone.json()["status"], gone.json()["code"]), (404, "error", "NoSuchKey"))


@rule("keeps names that are asked for, and serves public files to everybody")
def public(server):
    api = Api()
    users()
    answer = api.upload("logo.png", PHOTO, path="logos", keep_name="true", public="true")
    url = answer.json()["url"]
    assert url.endswith("/users/logos/logo.png"), answer.text
    equal(requests.get(url).content, PHOTO)
    private = api.upload("secret.txt", b"secret").json()["url"]
    assert requests.get(private).status_code in (401, 403)
    equal(requests.get(private, headers=api.headers).content, b"secret")


@rule("shares a private file by a signed link until it is tampered with")
def signed(server):
    api = Api()
    users()
    name = name_of(api.upload("shared.txt", b"shared").json())
    link = api("POST", "/sign", json={"bucket": "users", "file": name, "expires_in": 60}).json()["url"]
    equal(requests.get(link).content, b"shared")
    assert "expires=" in link and "token=" in link
    for bad in (re.sub(r"expires=(\d+)", "expires=9999999999", link), link.replace("token=", "token=A")):
        equal(requests.get(bad).status_code, 403)


@rule("answers ranges and conditions, so that browsers can keep files")
def cached(server):
    api = Api()
    users()
    name = name_of(api.upload("long.txt", b"0123456789" * 100).json())
    place = {"bucket": "users", "file": name}
    first = api("GET", "/object", params=place)
    equal(first.headers["x-content-type-options"], "nosniff")
    again = api("GET", "/object", params=place, headers={"If-None-Match": first.headers["etag"]})
    equal((again.status_code, again.content), (304, b""))
    part = api("GET", "/object", params=place, headers={"Range": "bytes=5-9"})
    equal((part.status_code, part.content), (206, b"56789"))


@rule("refuses a missing key, a wrong one, and files that a server could run")
def refusals(server):
    api = Api()
    users()
    equal(requests.get(f"{api.url}/list", params={"bucket": "users"}).status_code, 401)
    equal(Api(key="seau_nobody")("GET", "/list", params={"bucket": "users"}).status_code, 401)
    refused = api.upload("shell.php", b"<?php system($_GET['c']);")
    assert refused.status_code in (400, 403, 415) and refused.json()["status"] == "error", refused.text


serve("requests")
