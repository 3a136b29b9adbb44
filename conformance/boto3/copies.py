"""Copies within the server."""

from datetime import datetime, timedelta, timezone

from rules import equal, refused, rule


@rule("copies bytes, metadata and type under another key")
def copy(server):
    server.put("copy/source é+ %", b"copied", Metadata={"a": "1"}, ContentType="text/plain")
    server.s3.copy_object(
        Bucket=server.bucket, Key="copy/target", CopySource={"Bucket": server.bucket, "Key": "copy/source é+ %"}
    )
    got = server.get("copy/target")
    equal((got["Body"].read(), got["Metadata"], got["ContentType"]), (b"copied", {"a": "1"}, "text/plain"))


@rule("copies across buckets")
def across_buckets(server):
    server.put("copy/across", b"over there")
    with server.another_bucket() as other:
        server.s3.copy_object(Bucket=other, Key="here", CopySource=f"{server.bucket}/copy/across")
        equal(server.s3.get_object(Bucket=other, Key="here")["Body"].read(), b"over there")


@rule("replaces metadata in a copy onto itself, and refuses one that changes nothing")
def onto_itself(server):
    server.put("copy/self", b"same", Metadata={"old": "1"})
    address = {"Bucket": server.bucket, "Key": "copy/self", "CopySource": f"{server.bucket}/copy/self"}
    with refused("InvalidRequest", 400):
        server.s3.copy_object(**address)
    server.s3.copy_object(**address, MetadataDirective="REPLACE", Metadata={"new": "2"}, ContentType="text/css")
    got = server.get("copy/self")
    equal((got["Body"].read(), got["Metadata"], got["ContentType"]), (b"same", {"new": "2"}, "text/css"))


@rule("copies only when the source meets the conditions")
def conditional(server):
    etag = server.put("copy/conditional", b"x")["ETag"]
    address = {"Bucket": server.bucket, "Key": "copy/result", "CopySource": f"{server.bucket}/copy/conditional"}
    hour_ago = datetime.now(timezone.utc) - timedelta(hours=1)
    for broken in (
        {"CopySourceIfMatch": '"other"'},
        {"CopySourceIfNoneMatch": etag},
        {"CopySourceIfUnmodifiedSince": hour_ago},
    ):
        with refused("PreconditionFailed", 412):
            server.s3.copy_object(**address, **broken)
    server.s3.copy_object(**address, CopySourceIfMatch=etag, CopySourceIfModifiedSince=hour_ago)
    equal(server.read("copy/result"), b"x")


@rule("answers NoSuchKey for an absent source and NoSuchBucket for an absent bucket")
def absent_source(server):
    with refused("NoSuchKey", 404):
        server.s3.copy_object(Bucket=server.bucket, Key="copy/x", CopySource=f"{server.bucket}/copy/absent")
    with refused("NoSuchBucket", 404):
        server.s3.copy_object(Bucket=server.bucket, Key="copy/x", CopySource="no-such-bucket-here/a")


@rule("copies ranges of an object into parts")
def part_copy(server):
    five = 5 * 1024 * 1024
    server.put("copy/large", b"a" * five + b"tail")
    address = {"Bucket": server.bucket, "Key": "copy/assembled"}
    upload = server.s3.create_multipart_upload(**address)["UploadId"]
    parts = []
    for number, span in ((1, f"bytes=0-{five - 1}"), (2, f"bytes={five}-{five + 3}")):
        answer = server.s3.upload_part_copy(
            **address, UploadId=upload, PartNumber=number, CopySource=f"{server.bucket}/copy/large", CopySourceRange=span
        )
        parts.append({"PartNumber": number, "ETag": answer["CopyPartResult"]["ETag"]})
    server.s3.complete_multipart_upload(**address, UploadId=upload, MultipartUpload={"Parts": parts})
    head = server.s3.head_object(**address)
    equal(head["ContentLength"], five + 4)
    equal(server.read("copy/assembled", Range="bytes=-6"), b"aatail")


@rule("copies tags unless told to replace them")
def tags(server):
    server.put("copy/tagged", b"x", Tagging="a=1")
    source = f"{server.bucket}/copy/tagged"
    server.s3.copy_object(Bucket=server.bucket, Key="copy/tags-kept", CopySource=source)
    server.s3.copy_object(
        Bucket=server.bucket, Key="copy/tags-new", CopySource=source, TaggingDirective="REPLACE", Tagging="b=2"
    )
    for key, expected in (("copy/tags-kept", [{"Key": "a", "Value": "1"}]), ("copy/tags-new", [{"Key": "b", "Value": "2"}])):
        equal(server.s3.get_object_tagging(Bucket=server.bucket, Key=key)["TagSet"], expected)
