"""Objects: bytes, metadata and headers, ranges, deletion."""

from datetime import datetime, timezone

from rules import equal, refused, rule


@rule("gives back the bytes, length, type and ETag of what was put")
def round_trip(server):
    put = server.put("round-trip", b"hello", ContentType="text/plain")
    got = server.get("round-trip")
    equal(got["Body"].read(), b"hello")
    equal((got["ContentLength"], got["ContentType"], got["ETag"]), (5, "text/plain", put["ETag"]))
    equal(put["ETag"], '"5d41402abc4b2a76b9719d911017c592"')
    assert abs((datetime.now(timezone.utc) - got["LastModified"]).total_seconds()) < 60
    equal(got["AcceptRanges"], "bytes")


@rule("keeps an empty object")
def empty_object(server):
    equal(server.put("empty", b"")["ETag"], '"d41d8cd98f00b204e9800998ecf8427e"')
    equal((server.get("empty")["ContentLength"], server.read("empty")), (0, b""))


@rule("answers binary/octet-stream when no type was given")
def default_type(server):
    server.put("untyped", b"x")
    equal(server.s3.head_object(Bucket=server.bucket, Key="untyped")["ContentType"], "binary/octet-stream")


@rule("keeps system headers and user metadata")
def metadata(server):
    headers = {
        "CacheControl": "max-age=60",
        "ContentDisposition": 'attachment; filename="a b.txt"',
        "ContentEncoding": "gzip",
        "ContentLanguage": "fr",
        "ContentType": "text/html; charset=utf-8",
    }
    server.put("headers", b"x", Metadata={"color": "blue", "two-words": "a, b"}, **headers)
    head = server.s3.head_object(Bucket=server.bucket, Key="headers")
    equal({name: head[name] for name in headers}, headers)
    equal(head["Metadata"], {"color": "blue", "two-words": "a, b"})


@rule("gives back the time at which a copy expires")
def expires(server):
    moment = datetime(2031, 2, 3, 4, 5, 6, tzinfo=timezone.utc)
    server.put("expiring", b"", Expires=moment)
    equal(server.get("expiring")["Expires"], moment)


@rule("does not keep aws-chunked as a content encoding")
def no_aws_chunked(server):
    server.put("not-chunked", b"x")
    equal(server.get("not-chunked").get("ContentEncoding"), None)


@rule("lets a signed request override response headers")
def response_overrides(server):
    server.put("overridden", b"x", ContentType="text/plain")
    got = server.get("overridden", ResponseContentType="image/png", ResponseCacheControl="no-store")
    equal((got["ContentType"], got["CacheControl"]), ("image/png", "no-store"))


@rule("answers ranges: first, middle, open-ended, suffix, beyond the end")
def ranges(server):
    server.put("ranged", b"0123456789")
    for spec, body, span in (
        ("bytes=0-0", b"0", "bytes 0-0/10"),
        ("bytes=2-4", b"234", "bytes 2-4/10"),
        ("bytes=7-", b"789", "bytes 7-9/10"),
        ("bytes=-3", b"789", "bytes 7-9/10"),
        ("bytes=8-99", b"89", "bytes 8-9/10"),
    ):
        got = server.get("ranged", Range=spec)
        equal((got["Body"].read(), got["ContentRange"]), (body, span))
        equal(got["ResponseMetadata"]["HTTPStatusCode"], 206)


@rule("refuses a range that starts beyond the end with 416")
def unsatisfiable_range(server):
    server.put("short", b"0123456789")
    with refused("InvalidRange", 416):
        server.get("short", Range="bytes=10-12")
    server.put("nothing", b"")
    with refused("InvalidRange", 416):
        server.get("nothing", Range="bytes=0-0")


@rule("ignores a range that it cannot read")
def malformed_range(server):
    server.put("whole", b"0123456789")
    equal(server.read("whole", Range="bytes=5-2"), b"0123456789")
    equal(server.read("whole", Range="lines=1-2"), b"0123456789")


@rule("tells a missing key from a missing object on HEAD, GET and DELETE")
def missing_key(server):
    with refused("NoSuchKey", 404):
        server.get("never-written")
    with refused("404", 404):
        server.s3.head_object(Bucket=server.bucket, Key="never-written")
    answer = server.s3.delete_object(Bucket=server.bucket, Key="never-written")
    equal(answer["ResponseMetadata"]["HTTPStatusCode"], 204)


@rule("replaces an object as a whole")
def overwrite(server):
    server.put("replaced", b"first", Metadata={"a": "1"}, ContentType="text/plain")
    server.put("replaced", b"second")
    got = server.get("replaced")
    equal((got["Body"].read(), got["Metadata"], got["ContentType"]), (b"second", {}, "binary/octet-stream"))


@rule("deletes many keys at once, absent ones too")
def delete_objects(server):
    for name in ("many/a", "many/b", "many/c d"):
        server.put(name, b"")
    names = ["many/a", "many/b", "many/c d", "many/absent"]
    answer = server.s3.delete_objects(Bucket=server.bucket, Delete={"Objects": [{"Key": name} for name in names]})
    equal(sorted(item["Key"] for item in answer["Deleted"]), sorted(names))
    equal(server.keys(Prefix="many/"), [])


@rule("says nothing of deleted keys when asked to be quiet")
def delete_quietly(server):
    server.put("quiet/a", b"")
    answer = server.s3.delete_objects(Bucket=server.bucket, Delete={"Objects": [{"Key": "quiet/a"}], "Quiet": True})
    equal((answer.get("Deleted"), answer.get("Errors")), (None, None))
    equal(server.keys(Prefix="quiet/"), [])


@rule("refuses more than 1,000 keys in one deletion")
def delete_too_many(server):
    objects = [{"Key": f"too-many/{number}"} for number in range(1001)]
    with refused("MalformedXML", 400):
        server.s3.delete_objects(Bucket=server.bucket, Delete={"Objects": objects})


@rule("describes an object's attributes")
def attributes(server):
    put = server.put("attributes", b"hello")
    answer = server.s3.get_object_attributes(
        Bucket=server.bucket, Key="attributes", ObjectAttributes=["ETag", "ObjectSize", "StorageClass", "Checksum"]
    )
    equal((answer["ETag"], answer["ObjectSize"]), (put["ETag"].strip('"'), 5))
    equal(answer["StorageClass"], "STANDARD")


@rule("refuses a body that does not match its Content-MD5")
def wrong_md5(server):
    with refused("BadDigest", 400):
        server.put("bad-digest", b"hello", ContentMD5="1B2M2Y8AsgTpgAmY7PhCfg==")
    with refused("InvalidDigest", 400):
        server.put("bad-digest", b"hello", ContentMD5="not-base64")
    with refused("NoSuchKey"):
        server.get("bad-digest")


@rule("answers with a request id in header and error document")
def request_id(server):
    answer = server.request("GET", f"/{server.bucket}/never-written")
    assert answer.headers["x-amz-request-id"] in answer.data.decode()
    equal(answer.headers["content-type"].split(";")[0], "application/xml")
