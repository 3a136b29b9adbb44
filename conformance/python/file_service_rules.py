"""A service of files in two ways: written with FastAPI and the minio client, and without it, by Seau's own /files."""

import hashlib
import os
import uuid
from urllib.parse import urlsplit

import requests
from fastapi.testclient import TestClient
from minio import Minio

from file_service import service
from rules import Skip, equal, rule, sample, serve

FACTS = {"id", "filename", "size", "content_type", "hash", "upload_date", "minio_object_name"}


def written(server):
    address = urlsplit(server.endpoint)
    keys = {"access_key": server.access_key, "secret_key": server.secret_key, "region": server.region}
    client = Minio(address.netloc, secure=address.scheme == "https", **keys)
    return TestClient(service(client, server.bucket))


class Own:
    """Seau's own service, asked as the written one is."""

    def __init__(self):
        if "CONFORMANCE_REST_URL" not in os.environ:
            raise Skip("only a Seau of this run's own has an API key")
        self.url = os.environ["CONFORMANCE_REST_URL"]
        self.headers = {"Authorization": f"Bearer {os.environ['CONFORMANCE_API_KEY']}"}

    def post(self, path, **more):
        return requests.post(self.url + path, headers=self.headers, **more)

    def get(self, path, headers=None):
        return requests.get(self.url + path, headers={**self.headers, **(headers or {})})


def store_and_fetch(files, size):
    content = sample(size)
    facts = files.post("/files/upload", files={"file": ("été.bin", content, "application/x-sample")})
    equal(facts.status_code, 201)
    told = facts.json()
    assert set(told) >= FACTS, told
    uuid.UUID(told["id"])
    equal([told["filename"], told["size"], told["hash"]], ["été.bin", size, hashlib.sha256(content).hexdigest()])
    equal(told["content_type"], "application/x-sample")
    got = files.get(f"/files/{told['id']}")
    equal(got.content, content)
    equal(got.headers["content-type"].partition(";")[0], "application/x-sample")
    return told


@rule("stores and streams files for a service written with FastAPI and minio, small and in parts")
def with_minio(server):
    for size in (0, 1000, 12 << 20):
        store_and_fetch(written(server), size)


@rule("tells such a service what is not there")
def missing(server):
    equal(written(server).get(f"/files/{uuid.uuid4()}").status_code, 404)


@rule("is such a service itself: POST /files/upload and GET /files/{id}")
def alone(server):
    for size in (0, 1000, 12 << 20):
        store_and_fetch(Own(), size)
    equal(Own().get(f"/files/{uuid.uuid4()}").status_code, 404)


@rule("finds files of the same content by their hash, and serves ranges of them")
def by_hash(server):
    files = Own()
    first, second = store_and_fetch(files, 4321 * 4), store_and_fetch(files, 4321 * 4)
    found = files.get(f"/files?hash={first['hash']}").json()["files"]
    equal({each["id"] for each in found} >= {first["id"], second["id"]}, True)
    part = files.get(f"/files/{first['id']}", headers={"Range": "bytes=4-7"})
    equal((part.status_code, part.content), (206, sample(8)[4:]))


serve("minio")
