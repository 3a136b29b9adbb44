"""Conditional requests: reads, writes and deletions that depend on what is there."""

from datetime import timedelta

from rules import equal, refused, rule

HOUR = timedelta(hours=1)


@rule("answers 304 when If-None-Match names the ETag")
def get_if_none_match(server):
    etag = server.put("cached", b"x")["ETag"]
    with refused("304", 304):
        server.get("cached", IfNoneMatch=etag)
    equal(server.read("cached", IfNoneMatch='"other"'), b"x")


@rule("answers 412 when If-Match does not name the ETag")
def get_if_match(server):
    etag = server.put("matched", b"x")["ETag"]
    equal(server.read("matched", IfMatch=etag), b"x")
    with refused("PreconditionFailed", 412):
        server.get("matched", IfMatch='"other"')
    with refused("412", 412):
        server.s3.head_object(Bucket=server.bucket, Key="matched", IfMatch='"other"')


@rule("compares dates of modification")
def get_by_date(server):
    server.put("dated", b"x")
    modified = server.get("dated")["LastModified"]
    with refused("304", 304):
        server.get("dated", IfModifiedSince=modified)
    with refused("PreconditionFailed", 412):
        server.get("dated", IfUnmodifiedSince=modified - HOUR)
    equal(server.read("dated", IfModifiedSince=modified - HOUR, IfUnmodifiedSince=modified), b"x")


@rule("creates an object only once with If-None-Match: *")
def put_if_absent(server):
    server.put("once", b"first", IfNoneMatch="*")
    with refused("PreconditionFailed", 412):
        server.put("once", b"second", IfNoneMatch="*")
    equal(server.read("once"), b"first")


@rule("replaces an object only when If-Match names its ETag")
def put_if_match(server):
    etag = server.put("swapped", b"first")["ETag"]
    with refused("PreconditionFailed", 412):
        server.put("swapped", b"second", IfMatch='"00000000000000000000000000000000"')
    server.put("swapped", b"third", IfMatch=etag)
    equal(server.read("swapped"), b"third")
    with refused("NoSuchKey", 404):
        server.put("swapped-absent", b"x", IfMatch=etag)


@rule("deletes an object only when If-Match names its ETag")
def delete_if_match(server):
    etag = server.put("guarded", b"x")["ETag"]
    with refused("PreconditionFailed", 412):
        server.s3.delete_object(Bucket=server.bucket, Key="guarded", IfMatch='"other"')
    server.s3.delete_object(Bucket=server.bucket, Key="guarded", IfMatch=etag)
    equal(server.keys(Prefix="guarded"), [])


@rule("completes a multipart upload only once with If-None-Match: *")
def complete_if_absent(server):
    server.put("completed", b"there already")
    upload = server.s3.create_multipart_upload(Bucket=server.bucket, Key="completed")["UploadId"]
    address = {"Bucket": server.bucket, "Key": "completed", "UploadId": upload}
    part = server.s3.upload_part(**address, PartNumber=1, Body=b"part")
    with refused("PreconditionFailed", 412):
        parts = [{"PartNumber": 1, "ETag": part["ETag"]}]
        server.s3.complete_multipart_upload(**address, MultipartUpload={"Parts": parts}, IfNoneMatch="*")
    equal(server.read("completed"), b"there already")
