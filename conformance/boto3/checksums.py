"""Checksums: every algorithm, in header and trailer, of whole objects and of parts."""

import base64
import hashlib
import zlib

from awscrt import checksums as crt
from rules import equal, refused, rule

MIB = 1024 * 1024


def _encoded(number, size):
    return base64.b64encode(number.to_bytes(size, "big")).decode()


ALGORITHMS = {
    "CRC32": lambda body: _encoded(zlib.crc32(body), 4),
    "CRC32C": lambda body: _encoded(crt.crc32c(body), 4),
    "CRC64NVME": lambda body: _encoded(crt.crc64nvme(body), 8),
    "SHA1": lambda body: base64.b64encode(hashlib.sha1(body).digest()).decode(),
    "SHA256": lambda body: base64.b64encode(hashlib.sha256(body).digest()).decode(),
}


def _head(server, key):
    return server.s3.head_object(Bucket=server.bucket, Key=key, ChecksumMode="ENABLED")


@rule("adds a trailing CRC32 by default and gives it back when asked")
def default_behaviour(server):
    put = server.put("sum/default", b"hello")
    equal(put["ChecksumCRC32"], ALGORITHMS["CRC32"](b"hello"))
    got = server.get("sum/default", ChecksumMode="ENABLED")
    equal((got["Body"].read(), got["ChecksumCRC32"]), (b"hello", put["ChecksumCRC32"]))


@rule("works for a client that computes checksums only when required")
def when_required(server):
    client = server.client(request_checksum_calculation="when_required", response_checksum_validation="when_required")
    client.put_object(Bucket=server.bucket, Key="sum/required", Body=b"hello")
    equal(client.get_object(Bucket=server.bucket, Key="sum/required")["Body"].read(), b"hello")
    client.delete_objects(Bucket=server.bucket, Delete={"Objects": [{"Key": "sum/required"}]})
    equal(server.keys(Prefix="sum/required"), [])


@rule("records CRC64NVME for an object that came without a checksum, or none")
def without_checksum(server):
    client = server.client(request_checksum_calculation="when_required")
    client.put_object(Bucket=server.bucket, Key="sum/none", Body=b"hello")
    head = _head(server, "sum/none")
    found = {name: value for name, value in head.items() if name.startswith("Checksum") and name != "ChecksumType"}
    assert found in ({}, {"ChecksumCRC64NVME": ALGORITHMS["CRC64NVME"](b"hello")}), found


def _define(algorithm, compute):
    member = f"Checksum{algorithm}"

    @rule(f"computes and verifies {algorithm} in a trailer")
    def trailer(server):
        body = b"trailing " * 20000
        put = server.put(f"sum/{algorithm}", body, ChecksumAlgorithm=algorithm)
        equal(put[member], compute(body))
        equal(_head(server, f"sum/{algorithm}")[member], compute(body))
        equal(server.read(f"sum/{algorithm}", ChecksumMode="ENABLED"), body)

    @rule(f"verifies {algorithm} given in a header and refuses a wrong one")
    def header(server):
        key = f"sum/{algorithm}-header"
        server.put(key, b"right", **{member: compute(b"right")})
        equal(_head(server, key)[member], compute(b"right"))
        with refused("BadDigest", 400):
            server.put(key + "-wrong", b"right", **{member: compute(b"wrong")})
        equal(server.keys(Prefix=key + "-wrong"), [])


for _algorithm, _compute in ALGORITHMS.items():
    _define(_algorithm, _compute)


def _upload(server, key, algorithm, checksum_type, bodies):
    address = {"Bucket": server.bucket, "Key": key}
    created = server.s3.create_multipart_upload(**address, ChecksumAlgorithm=algorithm, ChecksumType=checksum_type)
    address["UploadId"] = created["UploadId"]
    parts = []
    for number, body in enumerate(bodies, 1):
        answer = server.s3.upload_part(**address, PartNumber=number, Body=body, ChecksumAlgorithm=algorithm)
        member = f"Checksum{algorithm}"
        parts.append({"PartNumber": number, "ETag": answer["ETag"], member: answer[member]})
    return server.s3.complete_multipart_upload(**address, MultipartUpload={"Parts": parts}, ChecksumType=checksum_type)


BODIES = (b"a" * 5 * MIB, b"b" * 100)


@rule("combines the CRCs of parts into that of the whole object")
def full_object(server):
    for algorithm in ("CRC32", "CRC32C", "CRC64NVME"):
        answer = _upload(server, f"sum/full-{algorithm}", algorithm, "FULL_OBJECT", BODIES)
        equal(answer[f"Checksum{algorithm}"], ALGORITHMS[algorithm](b"".join(BODIES)))
        equal(_head(server, f"sum/full-{algorithm}")["ChecksumType"], "FULL_OBJECT")


@rule("forms composite checksums of those of the parts")
def composite(server):
    for algorithm in ("CRC32", "CRC32C", "SHA1", "SHA256"):
        answer = _upload(server, f"sum/composite-{algorithm}", algorithm, "COMPOSITE", BODIES)
        parts = b"".join(base64.b64decode(ALGORITHMS[algorithm](body)) for body in BODIES)
        equal(answer[f"Checksum{algorithm}"], ALGORITHMS[algorithm](parts) + "-2")
        equal(_head(server, f"sum/composite-{algorithm}")["ChecksumType"], "COMPOSITE")


@rule("gives the checksum of a part with that part")
def of_part(server):
    _upload(server, "sum/parts", "SHA256", "COMPOSITE", BODIES)
    for number, body in enumerate(BODIES, 1):
        got = server.get("sum/parts", PartNumber=number, ChecksumMode="ENABLED")
        equal((got["Body"].read() == body, got["ChecksumSHA256"]), (True, ALGORITHMS["SHA256"](body)))


@rule("compares the object with the checksum that comes with its completion")
def with_completion(server):
    composite = ALGORITHMS["SHA256"](base64.b64decode(ALGORITHMS["SHA256"](b"part")))
    part = ALGORITHMS["SHA256"](b"part")
    address = {"Bucket": server.bucket, "Key": "sum/completed"}
    address["UploadId"] = server.s3.create_multipart_upload(**address, ChecksumAlgorithm="SHA256")["UploadId"]
    etag = server.s3.upload_part(**address, PartNumber=1, Body=b"part", ChecksumAlgorithm="SHA256")["ETag"]
    parts = {"Parts": [{"PartNumber": 1, "ETag": etag, "ChecksumSHA256": part}]}
    with refused("BadDigest", 400):
        server.s3.complete_multipart_upload(**address, MultipartUpload=parts, ChecksumSHA256=part)
    answer = server.s3.complete_multipart_upload(**address, MultipartUpload=parts, ChecksumSHA256=composite + "-1")
    equal(answer["ChecksumSHA256"], composite + "-1")


@rule("refuses combinations of algorithm and type that do not exist")
def impossible(server):
    for algorithm, kind in (("SHA256", "FULL_OBJECT"), ("CRC64NVME", "COMPOSITE")):
        with refused("InvalidRequest", 400):
            server.s3.create_multipart_upload(
                Bucket=server.bucket, Key="sum/impossible", ChecksumAlgorithm=algorithm, ChecksumType=kind
            )


@rule("refuses a part whose checksum is wrong")
def wrong_part(server):
    address = {"Bucket": server.bucket, "Key": "sum/wrong-part"}
    upload = server.s3.create_multipart_upload(**address, ChecksumAlgorithm="SHA256")["UploadId"]
    with refused("BadDigest", 400):
        wrong = ALGORITHMS["SHA256"](b"other")
        server.s3.upload_part(**address, UploadId=upload, PartNumber=1, Body=b"part", ChecksumSHA256=wrong)
    server.s3.abort_multipart_upload(**address, UploadId=upload)


@rule("keeps a checksum in a copy, or computes the one asked for")
def copy(server):
    server.put("sum/copied", b"hello", ChecksumAlgorithm="SHA256")
    source = f"{server.bucket}/sum/copied"
    answer = server.s3.copy_object(Bucket=server.bucket, Key="sum/copy", CopySource=source)
    equal(answer["CopyObjectResult"]["ChecksumSHA256"], ALGORITHMS["SHA256"](b"hello"))
    answer = server.s3.copy_object(Bucket=server.bucket, Key="sum/copy", CopySource=source, ChecksumAlgorithm="CRC32C")
    equal(answer["CopyObjectResult"]["ChecksumCRC32C"], ALGORITHMS["CRC32C"](b"hello"))


@rule("tells the checksum in an object's attributes")
def attributes(server):
    server.put("sum/attributes", b"hello", ChecksumAlgorithm="SHA1")
    answer = server.s3.get_object_attributes(Bucket=server.bucket, Key="sum/attributes", ObjectAttributes=["Checksum"])
    equal(answer["Checksum"]["ChecksumSHA1"], ALGORITHMS["SHA1"](b"hello"))
