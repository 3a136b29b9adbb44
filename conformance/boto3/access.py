"""Canned ACLs and anonymous callers; virtual-host addresses."""

import socket
from contextlib import contextmanager
from unittest import mock
from urllib.parse import urlsplit, urlunsplit

from rules import Skip, equal, refused, rule

ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers"


def _granted(answer):
    return sorted((grant["Grantee"].get("URI", "owner"), grant["Permission"]) for grant in answer["Grants"])


@rule("keeps everything private by default")
def private(server):
    server.put("access/private", b"x")
    for attempt in (
        lambda: server.anonymous().get_object(Bucket=server.bucket, Key="access/private"),
        lambda: server.anonymous().list_objects_v2(Bucket=server.bucket),
        lambda: server.anonymous().put_object(Bucket=server.bucket, Key="access/anonymous", Body=b""),
    ):
        with refused("AccessDenied", 403):
            attempt()


@rule("lets anyone read an object with the ACL public-read, and nobody write it")
def public_read(server):
    server.put("access/public", b"for all", ACL="public-read")
    equal(server.request("GET", f"/{server.bucket}/access/public").data, b"for all")
    with refused("AccessDenied", 403):
        server.anonymous().put_object(Bucket=server.bucket, Key="access/public", Body=b"")
    acl = server.s3.get_object_acl(Bucket=server.bucket, Key="access/public")
    equal(_granted(acl), [(ALL_USERS, "READ"), ("owner", "FULL_CONTROL")])


@rule("changes an object's ACL")
def object_acl(server):
    server.put("access/changed", b"x", ACL="public-read")
    server.s3.put_object_acl(Bucket=server.bucket, Key="access/changed", ACL="private")
    with refused("AccessDenied", 403):
        server.anonymous().get_object(Bucket=server.bucket, Key="access/changed")
    equal(_granted(server.s3.get_object_acl(Bucket=server.bucket, Key="access/changed")), [("owner", "FULL_CONTROL")])


@rule("lets anyone list a bucket with the ACL public-read and write one with public-read-write")
def bucket_acl(server):
    with server.another_bucket() as name:
        server.s3.put_bucket_acl(Bucket=name, ACL="public-read")
        server.anonymous().list_objects_v2(Bucket=name)
        with refused("AccessDenied", 403):
            server.anonymous().put_object(Bucket=name, Key="a", Body=b"")
        server.s3.put_bucket_acl(Bucket=name, ACL="public-read-write")
        server.anonymous().put_object(Bucket=name, Key="a", Body=b"")
        server.s3.put_bucket_acl(Bucket=name, ACL="private")
        with refused("AccessDenied", 403):
            server.anonymous().list_objects_v2(Bucket=name)


@rule("answers AccessDenied, not NoSuchKey, to those who may not list")
def absent_key(server):
    with refused("AccessDenied", 403):
        server.anonymous().get_object(Bucket=server.bucket, Key="access/absent")


@rule("understands virtual-host addresses")
def virtual_host(server):
    address = urlsplit(server.endpoint)
    if address.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise Skip("the endpoint is not on this machine, so <bucket>.localhost does not reach it")
    endpoint = urlunsplit((address.scheme, f"localhost:{address.port}", "", "", ""))
    with _localhost_names(address.hostname):
        _by_virtual_host(server, server.client(addressing="virtual", endpoint=endpoint))


@contextmanager
def _localhost_names(address):
    """Resolves names below localhost as browsers do (RFC 6761); not every system's resolver knows them."""
    resolve = socket.getaddrinfo

    def resolve_here(host, *more, **options):
        return resolve(address if str(host).endswith("localhost") else host, *more, **options)

    with mock.patch("socket.getaddrinfo", resolve_here):
        yield


def _by_virtual_host(server, client):
    client.put_object(Bucket=server.bucket, Key="access/by é host", Body=b"by host")
    equal(server.read("access/by é host"), b"by host")
    equal(client.list_objects_v2(Bucket=server.bucket, Prefix="access/by")["KeyCount"], 1)
    url = client.generate_presigned_url("get_object", {"Bucket": server.bucket, "Key": "access/by é host"})
    assert urlsplit(url).hostname.startswith(server.bucket)
    equal(server.request("GET", url).data, b"by host")
