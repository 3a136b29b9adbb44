"""Listings: order, prefixes, delimiters, pages, both versions of the call."""

from rules import equal, refused, rule

KEYS = ["a", "b/1", "b/2", "b/c/3", "d d+e", "é", "日本"]


def _fill(server):
    for key in KEYS:
        server.put(f"list/{key}", key.encode())


def _without(prefix, names):
    return [name.removeprefix(prefix) for name in names]


@rule("lists keys in the order of their bytes")
def order(server):
    _fill(server)
    equal(_without("list/", server.keys(Prefix="list/")), sorted(KEYS, key=str.encode))
    apart = ["order/\ue000", "order/\U0001f600", "order/a", "order/B"]
    for key in apart:
        server.put(key, b"")
    equal(server.keys(Prefix="order/"), sorted(apart, key=str.encode))


@rule("gives size, ETag and date of each key")
def entries(server):
    etag = server.put("entries/one", b"12345")["ETag"]
    entry = server.s3.list_objects_v2(Bucket=server.bucket, Prefix="entries/")["Contents"][0]
    equal((entry["Key"], entry["Size"], entry["ETag"], entry["StorageClass"]), ("entries/one", 5, etag, "STANDARD"))
    head = server.s3.head_object(Bucket=server.bucket, Key="entries/one")
    equal(entry["LastModified"].replace(microsecond=0), head["LastModified"])


@rule("rolls keys up at a delimiter, in both versions of the call")
def delimiter(server):
    _fill(server)
    for call in (server.s3.list_objects, server.s3.list_objects_v2):
        answer = call(Bucket=server.bucket, Prefix="list/", Delimiter="/")
        equal([item["Prefix"] for item in answer["CommonPrefixes"]], ["list/b/"])
        equal(_without("list/", [item["Key"] for item in answer["Contents"]]), ["a", "d d+e", "é", "日本"])


@rule("rolls keys up at a delimiter of several characters")
def long_delimiter(server):
    for key in ("long/x--y", "long/x--z", "long/x-w"):
        server.put(key, b"")
    answer = server.s3.list_objects_v2(Bucket=server.bucket, Prefix="long/", Delimiter="--")
    equal([item["Prefix"] for item in answer["CommonPrefixes"]], ["long/x--"])
    equal([item["Key"] for item in answer["Contents"]], ["long/x-w"])


@rule("pages through keys and common prefixes without loss or repetition")
def pages(server):
    _fill(server)
    for name in ("list_objects", "list_objects_v2"):
        for size in (1, 2, 3):
            pages = server.s3.get_paginator(name).paginate(
                Bucket=server.bucket, Prefix="list/", Delimiter="/", PaginationConfig={"PageSize": size}
            )
            seen = []
            for page in pages:
                found = [item["Key"] for item in page.get("Contents", [])]
                found += [item["Prefix"] for item in page.get("CommonPrefixes", [])]
                assert len(found) <= size
                seen += found
            equal(_without("list/", sorted(seen, key=str.encode)), ["a", "b/", "d d+e", "é", "日本"])


@rule("starts after a key, which need not exist")
def start_after(server):
    _fill(server)
    answer = server.s3.list_objects_v2(Bucket=server.bucket, Prefix="list/", StartAfter="list/b/1x")
    equal(_without("list/", [item["Key"] for item in answer["Contents"]])[:2], ["b/2", "b/c/3"])
    answer = server.s3.list_objects(Bucket=server.bucket, Prefix="list/", Marker="list/b/2")
    equal(_without("list/", [item["Key"] for item in answer["Contents"]])[0], "b/c/3")


@rule("answers max-keys of 0 with an empty, complete page, and a negative one with InvalidArgument")
def max_keys(server):
    answer = server.s3.list_objects_v2(Bucket=server.bucket, MaxKeys=0)
    equal((answer["KeyCount"], answer["IsTruncated"], "Contents" in answer), (0, False, False))
    with refused("InvalidArgument", 400):
        server.s3.list_objects_v2(Bucket=server.bucket, MaxKeys=-1)


@rule("names the owner when asked to")
def owner(server):
    server.put("owner/a", b"")
    plain = server.s3.list_objects_v2(Bucket=server.bucket, Prefix="owner/")["Contents"][0]
    asked = server.s3.list_objects_v2(Bucket=server.bucket, Prefix="owner/", FetchOwner=True)["Contents"][0]
    assert "Owner" not in plain and asked["Owner"]["ID"]


@rule("finds an object in the list as soon as it is written, and no longer once it is deleted")
def consistency(server):
    for number in range(20):
        key = f"consistent/{number}"
        server.put(key, b"")
        assert key in server.keys(Prefix="consistent/")
        server.s3.delete_object(Bucket=server.bucket, Key=key)
        assert key not in server.keys(Prefix="consistent/")


@rule("lists the objects of an unversioned bucket as null versions")
def versions(server):
    server.put("versions/a", b"1")
    answer = server.s3.list_object_versions(Bucket=server.bucket, Prefix="versions/")
    equal([(item["Key"], item["VersionId"], item["IsLatest"]) for item in answer["Versions"]], [("versions/a", "null", True)])


@rule("deletes everything below a prefix, page by page")
def delete_by_prefix(server):
    for number in range(25):
        server.put(f"prefix/{number:02}", b"")
    pages = server.s3.get_paginator("list_objects_v2").paginate(
        Bucket=server.bucket, Prefix="prefix/", PaginationConfig={"PageSize": 10}
    )
    for page in pages:
        objects = [{"Key": item["Key"]} for item in page["Contents"]]
        server.s3.delete_objects(Bucket=server.bucket, Delete={"Objects": objects})
    equal(server.keys(Prefix="prefix/"), [])
