"""Multipart uploads, through the transfer manager and part by part."""

import hashlib
import io
import os

from boto3.s3.transfer import TransferConfig

from rules import equal, refused, rule

MIB = 1024 * 1024


def _start(server, key, **more):
    upload = server.s3.create_multipart_upload(Bucket=server.bucket, Key=key, **more)["UploadId"]
    return {"Bucket": server.bucket, "Key": key, "UploadId": upload}


def _part(server, address, number, body):
    return {"PartNumber": number, "ETag": server.s3.upload_part(**address, PartNumber=number, Body=body)["ETag"]}


def _complete(server, address, parts):
    return server.s3.complete_multipart_upload(**address, MultipartUpload={"Parts": parts})


@rule("takes 20 MiB from upload_fileobj in parts and gives them back to download_fileobj")
def transfer_manager(server):
    body = os.urandom(20 * MIB)
    server.s3.upload_fileobj(
        io.BytesIO(body), server.bucket, "transfer", ExtraArgs={"Metadata": {"a": "1"}, "ContentType": "text/plain"}
    )
    head = server.s3.head_object(Bucket=server.bucket, Key="transfer")
    equal((head["ContentLength"], head["Metadata"], head["ContentType"]), (20 * MIB, {"a": "1"}, "text/plain"))
    assert head["ETag"].endswith('-3"'), head["ETag"]
    target = io.BytesIO()
    server.s3.download_fileobj(server.bucket, "transfer", target)
    equal(hashlib.sha256(target.getvalue()).digest(), hashlib.sha256(body).digest())


@rule("copies a large object in parts with the transfer manager")
def managed_copy(server):
    body = os.urandom(11 * MIB)
    server.put("managed-source", body)
    config = TransferConfig(multipart_threshold=8 * MIB, multipart_chunksize=5 * MIB)
    server.s3.copy({"Bucket": server.bucket, "Key": "managed-source"}, server.bucket, "managed-copy", Config=config)
    equal(hashlib.md5(server.read("managed-copy")).digest(), hashlib.md5(body).digest())


@rule("forms the ETag of the parts' MD5s")
def etag(server):
    address = _start(server, "assembled")
    bodies = [b"a" * 5 * MIB, b"b" * 10]
    parts = [_part(server, address, number, body) for number, body in ((1, bodies[0]), (7, bodies[1]))]
    digest = hashlib.md5(b"".join(hashlib.md5(body).digest() for body in bodies)).hexdigest()
    equal(_complete(server, address, parts)["ETag"], f'"{digest}-2"')
    equal(server.get("assembled")["ContentLength"], 5 * MIB + 10)


@rule("completes an upload of a single small part")
def single_part(server):
    address = _start(server, "single-part")
    _complete(server, address, [_part(server, address, 1, b"only")])
    equal(server.read("single-part"), b"only")


@rule("gives one part of an object by its number")
def part_number(server):
    address = _start(server, "numbered")
    parts = [_part(server, address, 1, b"a" * 5 * MIB), _part(server, address, 2, b"second")]
    _complete(server, address, parts)
    got = server.get("numbered", PartNumber=2)
    equal((got["Body"].read(), got["PartsCount"]), (b"second", 2))
    equal(got["ContentRange"], f"bytes {5 * MIB}-{5 * MIB + 5}/{5 * MIB + 6}")
    with refused(("InvalidPartNumber", "InvalidPart", "InvalidRange", "416"), 416):
        server.get("numbered", PartNumber=3)


@rule("refuses parts in the wrong order, unknown parts and small parts")
def bad_completions(server):
    address = _start(server, "refused-parts")
    one, two = _part(server, address, 1, b"small"), _part(server, address, 2, b"small too")
    with refused("InvalidPartOrder", 400):
        _complete(server, address, [two, one])
    with refused("InvalidPart", 400):
        _complete(server, address, [one, {"PartNumber": 3, "ETag": two["ETag"]}])
    with refused("InvalidPart", 400):
        _complete(server, address, [{"PartNumber": 1, "ETag": '"00000000000000000000000000000000"'}])
    with refused("EntityTooSmall", 400):
        _complete(server, address, [one, two])
    with refused("MalformedXML", 400):
        server.s3.complete_multipart_upload(**address, MultipartUpload={"Parts": []})
    server.s3.abort_multipart_upload(**address)


@rule("completes again with the same answer when the client repeats itself")
def complete_twice(server):
    address = _start(server, "repeated")
    parts = [_part(server, address, 1, b"once")]
    first = _complete(server, address, parts)
    equal(_complete(server, address, parts)["ETag"], first["ETag"])


@rule("lists parts page by page, the newest of each number")
def list_parts(server):
    address = _start(server, "parts")
    for number, body in ((1, b"old"), (2, b"two"), (3, b"three"), (1, b"newer")):
        _part(server, address, number, body)
    pages = list(server.s3.get_paginator("list_parts").paginate(**address, PaginationConfig={"PageSize": 2}))
    parts = [part for page in pages for part in page["Parts"]]
    equal([(part["PartNumber"], part["Size"]) for part in parts], [(1, 5), (2, 3), (3, 5)])
    equal(len(pages), 2)
    server.s3.abort_multipart_upload(**address)


@rule("lists unfinished uploads, with prefix and delimiter")
def list_uploads(server):
    addresses = [_start(server, key) for key in ("uploads/a", "uploads/b/1", "uploads/b/2")]
    answer = server.s3.list_multipart_uploads(Bucket=server.bucket, Prefix="uploads/", Delimiter="/")
    equal([item["Key"] for item in answer["Uploads"]], ["uploads/a"])
    equal([item["Prefix"] for item in answer["CommonPrefixes"]], ["uploads/b/"])
    pages = server.s3.get_paginator("list_multipart_uploads").paginate(
        Bucket=server.bucket, Prefix="uploads/", PaginationConfig={"PageSize": 1}
    )
    found = [item["UploadId"] for page in pages for item in page.get("Uploads", [])]
    equal(found, [address["UploadId"] for address in addresses])
    for address in addresses:
        server.s3.abort_multipart_upload(**address)


@rule("forgets an aborted upload")
def abort(server):
    address = _start(server, "aborted")
    _part(server, address, 1, b"gone")
    server.s3.abort_multipart_upload(**address)
    with refused("NoSuchUpload", 404):
        server.s3.list_parts(**address)
    with refused("NoSuchUpload", 404):
        server.s3.upload_part(**address, PartNumber=2, Body=b"late")
    equal(server.keys(Prefix="aborted"), [])


@rule("shows nothing of an unfinished upload")
def invisible(server):
    server.put("half", b"whole")
    address = _start(server, "half")
    _part(server, address, 1, b"half")
    equal(server.read("half"), b"whole")
    server.s3.abort_multipart_upload(**address)


@rule("describes the parts of an object in its attributes")
def attributes(server):
    address = _start(server, "described")
    parts = [_part(server, address, 1, b"a" * 5 * MIB), _part(server, address, 2, b"b")]
    _complete(server, address, parts)
    answer = server.s3.get_object_attributes(
        Bucket=server.bucket, Key="described", ObjectAttributes=["ObjectParts", "ObjectSize"]
    )
    equal((answer["ObjectSize"], answer.get("ObjectParts", {}).get("TotalPartsCount")), (5 * MIB + 1, 2))
