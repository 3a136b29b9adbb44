"""The documents of a bucket that are kept and given back as they were put."""

from rules import equal, refused, rule

FILTER = {"And": {"Prefix": "logs/", "Tags": [{"Key": "class", "Value": "blue"}]}}
REPORTS = "arn:aws:s3:::conformance-reports"

# By the name in boto3's calls: member of the document, the document, and the error once it is deleted.
DOCUMENTS = {
    "bucket_tagging": ("Tagging", {"TagSet": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": ""}]}, "NoSuchTagSet"),
    "bucket_website": (
        "WebsiteConfiguration",
        {
            "IndexDocument": {"Suffix": "index.html"},
            "ErrorDocument": {"Key": "error.html"},
            "RoutingRules": [
                {
                    "Condition": {"KeyPrefixEquals": "old/", "HttpErrorCodeReturnedEquals": "404"},
                    "Redirect": {"ReplaceKeyPrefixWith": "new/", "HttpRedirectCode": "302"},
                }
            ],
        },
        "NoSuchWebsiteConfiguration",
    ),
}

# The same for those that have an id.
NAMED = {
    "analytics": {
        "Id": "one",
        "Filter": FILTER,
        "StorageClassAnalysis": {
            "DataExport": {
                "OutputSchemaVersion": "V_1",
                "Destination": {"S3BucketDestination": {"Format": "CSV", "Bucket": REPORTS, "Prefix": "a/"}},
            }
        },
    },
    "metrics": {"Id": "one", "Filter": FILTER},
    "intelligent_tiering": {
        "Id": "one",
        "Status": "Enabled",
        "Filter": FILTER,
        "Tierings": [{"Days": 90, "AccessTier": "ARCHIVE_ACCESS"}, {"Days": 180, "AccessTier": "DEEP_ARCHIVE_ACCESS"}],
    },
    "inventory": {
        "Id": "one",
        "IsEnabled": False,
        "IncludedObjectVersions": "Current",
        "Filter": {"Prefix": "logs/"},
        "OptionalFields": ["Size", "ETag"],
        "Schedule": {"Frequency": "Weekly"},
        "Destination": {"S3BucketDestination": {"Format": "CSV", "Bucket": REPORTS}},
    },
}


def _define_document(noun, member, document, absent):
    @rule(f"keeps {noun} as it was put, until it is deleted")
    def life(server):
        getattr(server.s3, f"put_{noun}")(Bucket=server.bucket, **{member: document})
        found = getattr(server.s3, f"get_{noun}")(Bucket=server.bucket)
        equal({name: found[name] for name in document}, document)
        getattr(server.s3, f"delete_{noun}")(Bucket=server.bucket)
        with refused(absent, 404):
            getattr(server.s3, f"get_{noun}")(Bucket=server.bucket)


def _define_named(noun, document):
    member = "".join(word.capitalize() for word in noun.split("_")) + "Configuration"

    @rule(f"keeps, lists and deletes configurations of {noun} by their id")
    def life(server):
        def call(verb, plural="", **more):
            return getattr(server.s3, f"{verb}_bucket_{noun}_configuration{plural}")(Bucket=server.bucket, **more)

        call("put", Id="one", **{member: document})
        equal(call("get", Id="one")[member], document)
        equal([each["Id"] for each in call("list", "s")[f"{member}List"]], ["one"])
        call("delete", Id="one")
        with refused("NoSuchConfiguration", 404):
            call("get", Id="one")


for _noun, _row in DOCUMENTS.items():
    _define_document(_noun, *_row)
for _noun, _document in NAMED.items():
    _define_named(_noun, _document)


@rule("keeps who pays for requests, and charges the owner nothing more")
def request_payment(server):
    for payer in ("Requester", "BucketOwner"):
        server.s3.put_bucket_request_payment(Bucket=server.bucket, RequestPaymentConfiguration={"Payer": payer})
        equal(server.s3.get_bucket_request_payment(Bucket=server.bucket)["Payer"], payer)
        assert "RequestCharged" not in server.s3.list_objects_v2(Bucket=server.bucket)


@rule("keeps the state of acceleration")
def acceleration(server):
    with server.another_bucket() as name:
        for status in ("Enabled", "Suspended"):
            server.s3.put_bucket_accelerate_configuration(Bucket=name, AccelerateConfiguration={"Status": status})
            equal(server.s3.get_bucket_accelerate_configuration(Bucket=name)["Status"], status)


@rule("keeps the state of attribute-based access control")
def abac(server):
    for status in ("Enabled", "Disabled"):
        server.s3.put_bucket_abac(Bucket=server.bucket, AbacStatus={"Status": status})
        equal(server.s3.get_bucket_abac(Bucket=server.bucket)["AbacStatus"]["Status"], status)


@rule("refuses a website without an index document, and tags that repeat themselves")
def refusals(server):
    with refused("InvalidArgument", 400):
        server.s3.put_bucket_website(Bucket=server.bucket, WebsiteConfiguration={"ErrorDocument": {"Key": "e"}})
    twice = {"TagSet": [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}]}
    with refused("InvalidTag", 400):
        server.s3.put_bucket_tagging(Bucket=server.bucket, Tagging=twice)


@rule("renames an object, and refuses to where there is one when it is told to")
def rename(server):
    server.put("renamed-from", b"x")
    server.put("renamed-taken", b"y")
    with refused("PreconditionFailed", 412):
        server.s3.rename_object(
            Bucket=server.bucket, Key="renamed-taken", RenameSource="renamed-from", DestinationIfNoneMatch="*"
        )
    server.s3.rename_object(Bucket=server.bucket, Key="renamed to", RenameSource="renamed-from")
    equal(server.get("renamed to")["Body"].read(), b"x")
    with refused("NoSuchKey", 404):
        server.get("renamed-from")
