"""Object tags."""

from rules import equal, refused, rule


def _tags(server, key):
    found = server.s3.get_object_tagging(Bucket=server.bucket, Key=key)["TagSet"]
    return {tag["Key"]: tag["Value"] for tag in found}


def _tag_set(tags):
    return {"TagSet": [{"Key": key, "Value": value} for key, value in tags.items()]}


@rule("keeps, replaces and deletes the tags of an object")
def life(server):
    server.put("tagged", b"x", Tagging="from=header&with%20space=caf%C3%A9")
    equal(_tags(server, "tagged"), {"from": "header", "with space": "café"})
    equal(server.get("tagged")["TagCount"], 2)
    server.s3.put_object_tagging(Bucket=server.bucket, Key="tagged", Tagging=_tag_set({"a": "1"}))
    equal(_tags(server, "tagged"), {"a": "1"})
    server.s3.delete_object_tagging(Bucket=server.bucket, Key="tagged")
    equal(_tags(server, "tagged"), {})


@rule("refuses an eleventh tag, a repeated one and one that is too long")
def limits(server):
    server.put("overtagged", b"x")
    for tags, code in (
        (_tag_set({f"tag{number}": "x" for number in range(11)}), "BadRequest"),
        ({"TagSet": [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}]}, "InvalidTag"),
        (_tag_set({"k" * 129: "v"}), "InvalidTag"),
        (_tag_set({"k": "v" * 257}), "InvalidTag"),
    ):
        with refused((code, "InvalidTag"), 400):
            server.s3.put_object_tagging(Bucket=server.bucket, Key="overtagged", Tagging=tags)
    equal(_tags(server, "overtagged"), {})


@rule("answers NoSuchKey for the tags of an absent object")
def absent(server):
    with refused("NoSuchKey", 404):
        server.s3.get_object_tagging(Bucket=server.bucket, Key="untagged-absent")
