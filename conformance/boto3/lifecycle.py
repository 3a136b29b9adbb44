"""Lifecycle rules as documents and headers, and what is restored from archives. That rules are carried out takes days."""

from rules import equal, refused, rule

# What the application of seed_wearit.py puts on its bucket.
WEARIT = [
    {
        "ID": "DeleteOldVersions",
        "Status": "Enabled",
        "Filter": {"Prefix": ""},
        "NoncurrentVersionExpiration": {"NoncurrentDays": 30},
    },
    {
        "ID": "DeleteIncompleteMultipart",
        "Status": "Enabled",
        "Filter": {"Prefix": ""},
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
    },
]


def _rule(**members):
    return {"ID": "rule", "Status": "Enabled", "Filter": {"Prefix": "logs/"}, **members}


def _put(server, name, *rules):
    server.s3.put_bucket_lifecycle_configuration(Bucket=name, LifecycleConfiguration={"Rules": list(rules)})


@rule("keeps and deletes lifecycle rules")
def life(server):
    with server.another_bucket() as name:
        _put(server, name, *WEARIT)
        equal(server.s3.get_bucket_lifecycle_configuration(Bucket=name)["Rules"], WEARIT)
        server.s3.delete_bucket_lifecycle(Bucket=name)
        with refused("NoSuchLifecycleConfiguration", 404):
            server.s3.get_bucket_lifecycle_configuration(Bucket=name)


@rule("refuses lifecycle rules that do not go together")
def unfit(server):
    with server.another_bucket() as name:
        with refused("InvalidArgument", 400):
            _put(server, name, _rule(Expiration={"Days": 0}))
        with refused("InvalidArgument", 400):
            _put(server, name, _rule(Expiration={"Days": 1}), _rule(Expiration={"Days": 2}))
        with refused("InvalidRequest", 400):
            _put(server, name, _rule())
        with refused("MalformedXML", 400):
            _put(server, name, _rule(Expiration={"Days": 1, "ExpiredObjectDeleteMarker": True}))


@rule("announces when an object expires and an upload is aborted")
def announced(server):
    with server.another_bucket() as name:
        abort = {"DaysAfterInitiation": 7}
        _put(server, name, _rule(Expiration={"Days": 1}, AbortIncompleteMultipartUpload=abort))
        put = server.s3.put_object(Bucket=name, Key="logs/a", Body=b"x")
        head = server.s3.head_object(Bucket=name, Key="logs/a")
        for answer in (put, head):
            assert answer["Expiration"].endswith('00:00:00 GMT", rule-id="rule"'), answer["Expiration"]
        assert "Expiration" not in server.s3.put_object(Bucket=name, Key="other", Body=b"x")
        equal(server.s3.create_multipart_upload(Bucket=name, Key="logs/b")["AbortRuleId"], "rule")


@rule("restores nothing but archives")
def restored(server):
    with server.another_bucket() as name:
        server.s3.put_object(Bucket=name, Key="key", Body=b"x")
        with refused("InvalidObjectState", 403):
            server.s3.restore_object(Bucket=name, Key="key", RestoreRequest={"Days": 1})
