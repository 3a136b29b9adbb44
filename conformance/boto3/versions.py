"""Versions of objects, and the lock that keeps them."""

from contextlib import contextmanager
from datetime import datetime, timedelta, timezone

from rules import equal, fresh_name, refused, rule


@contextmanager
def versioned(server, **options):
    """A bucket that keeps versions; emptied by them, past governance, and removed."""
    name = fresh_name()
    server.s3.create_bucket(Bucket=name, **options)
    server.s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    try:
        yield name
    finally:
        bypass = {"BypassGovernanceRetention": True} if options else {}
        for page in server.s3.get_paginator("list_object_versions").paginate(Bucket=name):
            for item in page.get("Versions", []) + page.get("DeleteMarkers", []):
                server.s3.delete_object(Bucket=name, Key=item["Key"], VersionId=item["VersionId"], **bypass)
        server.s3.delete_bucket(Bucket=name)


def _put(server, bucket, body, **more):
    return server.s3.put_object(Bucket=bucket, Key="k", Body=body, **more)["VersionId"]


def _read(server, bucket, **more):
    return server.s3.get_object(Bucket=bucket, Key="k", **more)["Body"].read()


@rule("keeps every version of an object, and reads each by its id")
def read_versions(server):
    with versioned(server) as bucket:
        ids = [_put(server, bucket, body) for body in (b"one", b"two")]
        equal(_read(server, bucket), b"two")
        equal([_read(server, bucket, VersionId=version) for version in ids], [b"one", b"two"])
        equal(server.s3.get_bucket_versioning(Bucket=bucket)["Status"], "Enabled")


@rule("deletes by a marker, and brings the object back when the marker goes")
def delete_marker(server):
    with versioned(server) as bucket:
        version = _put(server, bucket, b"one")
        marker = server.s3.delete_object(Bucket=bucket, Key="k")
        assert marker["DeleteMarker"]
        with refused("NoSuchKey", 404):
            _read(server, bucket)
        with refused("MethodNotAllowed", 405):
            _read(server, bucket, VersionId=marker["VersionId"])
        listed = server.s3.list_object_versions(Bucket=bucket)
        equal([(item["VersionId"], item["IsLatest"]) for item in listed["DeleteMarkers"]], [(marker["VersionId"], True)])
        equal([(item["VersionId"], item["IsLatest"]) for item in listed["Versions"]], [(version, False)])
        server.s3.delete_object(Bucket=bucket, Key="k", VersionId=marker["VersionId"])
        equal(_read(server, bucket), b"one")


@rule("replaces only the null version while versioning is suspended")
def suspended(server):
    with versioned(server) as bucket:
        version = _put(server, bucket, b"kept")
        server.s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Suspended"})
        for body in (b"first", b"second"):
            assert "VersionId" not in server.s3.put_object(Bucket=bucket, Key="k", Body=body)
        equal(_read(server, bucket, VersionId="null"), b"second")
        equal(_read(server, bucket, VersionId=version), b"kept")
        equal(len(server.s3.list_object_versions(Bucket=bucket)["Versions"]), 2)


@rule("brings an old version back by a copy of it")
def restore_by_copy(server):
    with versioned(server) as bucket:
        version = _put(server, bucket, b"old")
        _put(server, bucket, b"new")
        source = {"Bucket": bucket, "Key": "k", "VersionId": version}
        equal(server.s3.copy_object(Bucket=bucket, Key="k", CopySource=source)["CopySourceVersionId"], version)
        equal(_read(server, bucket), b"old")


def _in_days(days):
    return (datetime.now(timezone.utc) + timedelta(days=days)).replace(microsecond=0)


@rule("keeps a version under retention from being deleted, unless governance is bypassed")
def retention(server):
    with versioned(server, ObjectLockEnabledForBucket=True) as bucket:
        version = _put(server, bucket, b"kept")
        wanted = {"Mode": "GOVERNANCE", "RetainUntilDate": _in_days(1)}
        server.s3.put_object_retention(Bucket=bucket, Key="k", Retention=wanted)
        equal(server.s3.get_object_retention(Bucket=bucket, Key="k")["Retention"], wanted)
        with refused("AccessDenied", 403):
            server.s3.delete_object(Bucket=bucket, Key="k", VersionId=version)
        equal(server.s3.head_object(Bucket=bucket, Key="k")["ObjectLockMode"], "GOVERNANCE")
        server.s3.delete_object(Bucket=bucket, Key="k", VersionId=version, BypassGovernanceRetention=True)


@rule("keeps a version under legal hold for as long as it is on")
def legal_hold(server):
    with versioned(server, ObjectLockEnabledForBucket=True) as bucket:
        version = _put(server, bucket, b"kept", ObjectLockLegalHoldStatus="ON")
        equal(server.s3.get_object_legal_hold(Bucket=bucket, Key="k")["LegalHold"], {"Status": "ON"})
        with refused("AccessDenied", 403):
            server.s3.delete_object(Bucket=bucket, Key="k", VersionId=version, BypassGovernanceRetention=True)
        server.s3.put_object_legal_hold(Bucket=bucket, Key="k", LegalHold={"Status": "OFF"})
        server.s3.delete_object(Bucket=bucket, Key="k", VersionId=version)


@rule("gives new versions the default retention of their bucket")
def default_retention(server):
    with versioned(server, ObjectLockEnabledForBucket=True) as bucket:
        wanted = {"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 1}}}
        server.s3.put_object_lock_configuration(Bucket=bucket, ObjectLockConfiguration=wanted)
        equal(server.s3.get_object_lock_configuration(Bucket=bucket)["ObjectLockConfiguration"], wanted)
        _put(server, bucket, b"kept")
        until = server.s3.get_object_retention(Bucket=bucket, Key="k")["Retention"]["RetainUntilDate"]
        assert abs((until - _in_days(1)).total_seconds()) < 3600, f"retained until {until}"
        with refused("InvalidBucketState", 409):
            server.s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Suspended"})
