"""Keys: any UTF-8 of 1 to 1,024 bytes names an object, and never anything else."""

from rules import equal, refused, rule

DIFFICULT = (
    "with space",
    " leading and trailing ",
    "plus+plus",
    "percent%20literal",
    "percent%2Fslash",
    "double//slash",
    "/leading-slash",
    "trailing-slash/",
    "//",
    "dot/./dot",
    "dot/../dot",
    "..",
    "été-日本語-🪣",
    "e\u0301",
    "\u00e9",
    "quote'and\"double",
    "<xml>&amp;",
    "colon:semi;comma,equal=at@dollar$",
    "question?hash#",
    "star*bang!paren()",
    "back\\slash|pipe^caret`tick{brace}[bracket]~",
    "tab\tnewline\nreturn\r",
    "control\u0001\u001f\u007f",
)



@rule("keeps keys with spaces, plus, percent, slashes, dots, quotes, unicode and control characters apart")
def round_trip(server):
    with server.another_bucket() as bucket:
        for key in DIFFICULT:
            server.s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
        for key in DIFFICULT:
            equal(server.s3.get_object(Bucket=bucket, Key=key)["Body"].read(), key.encode())
        listed = [item["Key"] for item in server.s3.list_objects_v2(Bucket=bucket)["Contents"]]
        equal(listed, sorted(DIFFICULT, key=str.encode))


@rule("deletes such keys one by one and many at once")
def deletion(server):
    # XML 1.0 cannot carry most control characters, so they are left to single deletions.
    printable = [key for key in DIFFICULT if key.isprintable()]
    with server.another_bucket() as bucket:
        for key in DIFFICULT:
            server.s3.put_object(Bucket=bucket, Key=key, Body=b"")
        for key in DIFFICULT:
            if key not in printable:
                server.s3.delete_object(Bucket=bucket, Key=key)
        server.s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": key} for key in printable]})
        assert "Contents" not in server.s3.list_objects_v2(Bucket=bucket)


@rule("accepts a key of 1,024 bytes and refuses one of 1,025")
def longest(server):
    longest_key = "é" * 512
    server.put(longest_key, b"long")
    equal(server.read(longest_key), b"long")
    with refused("KeyTooLongError", 400):
        server.put(longest_key + "x", b"")


@rule("keeps an object beside others below its name")
def file_and_folder(server):
    server.put("both", b"file")
    server.put("both/below", b"below")
    server.put("both/", b"folder")
    equal([server.read(key) for key in ("both", "both/", "both/below")], [b"file", b"folder", b"below"])
