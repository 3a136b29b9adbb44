"""Buckets: making, finding and deleting them."""

import secrets

from rules import equal, fresh_name, refused, rule


@rule("creates a bucket, finds it in the list and deletes it")
def create_list_delete(server):
    with server.another_bucket() as name:
        assert name in [bucket["Name"] for bucket in server.s3.list_buckets()["Buckets"]]
        equal(server.s3.head_bucket(Bucket=name)["ResponseMetadata"]["HTTPStatusCode"], 200)
    with refused("404", 404):
        server.s3.head_bucket(Bucket=name)


@rule("accepts that its owner creates a bucket again, or says BucketAlreadyOwnedByYou")
def create_again(server):
    try:
        server.s3.create_bucket(Bucket=server.bucket)
    except server.s3.exceptions.BucketAlreadyOwnedByYou:
        pass


@rule("lists buckets by prefix, a page at a time")
def list_by_prefix(server):
    prefix = f"conformance-page-{secrets.token_hex(3)}-"
    names = [prefix + letter for letter in "abc"]
    for name in names:
        server.s3.create_bucket(Bucket=name)
    try:
        pages = list(server.s3.get_paginator("list_buckets").paginate(Prefix=prefix, PaginationConfig={"PageSize": 2}))
        equal([bucket["Name"] for page in pages for bucket in page["Buckets"]], names)
        equal(len(pages), 2)
    finally:
        for name in names:
            server.s3.delete_bucket(Bucket=name)


@rule("refuses bucket names that S3 does not allow")
def bad_names(server):
    for name in ("UPPER-case", "under_score", "dots..dots", "192.168.10.1", "-dash-first"):
        with refused("InvalidBucketName", 400):
            server.s3.create_bucket(Bucket=name)


@rule("refuses to delete a bucket that holds an object")
def delete_not_empty(server):
    with server.another_bucket() as name:
        server.s3.put_object(Bucket=name, Key="kept", Body=b"")
        with refused("BucketNotEmpty", 409):
            server.s3.delete_bucket(Bucket=name)


@rule("answers NoSuchBucket where there is no bucket")
def no_such_bucket(server):
    name = fresh_name()
    with refused("NoSuchBucket", 404):
        server.s3.list_objects_v2(Bucket=name)
    with refused("NoSuchBucket", 404):
        server.s3.put_object(Bucket=name, Key="a", Body=b"")
    with refused("NoSuchBucket", 404):
        server.s3.delete_bucket(Bucket=name)


@rule("reports us-east-1 as an empty location constraint")
def location(server):
    answer = server.s3.get_bucket_location(Bucket=server.bucket)["LocationConstraint"]
    equal(answer, None if server.region == "us-east-1" else server.region)
