"""What Terraform's aws provider, s3cmd, Spark and consoles ask of a bucket on which nothing is configured.

Each answer is S3's own for a new bucket; where S3's depends on the account's settings, either is accepted.
"""

from rules import equal, refused, rule

ABSENT = {
    "get_bucket_policy": "NoSuchBucketPolicy",
    "get_bucket_cors": "NoSuchCORSConfiguration",
    "get_bucket_website": "NoSuchWebsiteConfiguration",
    "get_bucket_lifecycle_configuration": "NoSuchLifecycleConfiguration",
    "get_bucket_replication": "ReplicationConfigurationNotFoundError",
    "get_object_lock_configuration": "ObjectLockConfigurationNotFoundError",
    "get_bucket_tagging": "NoSuchTagSet",
}

EMPTY = {
    "get_bucket_versioning": ("Status", "MFADelete"),
    "get_bucket_accelerate_configuration": ("Status",),
    "get_bucket_logging": ("LoggingEnabled",),
    "get_bucket_notification_configuration": (
        "TopicConfigurations",
        "QueueConfigurations",
        "LambdaFunctionConfigurations",
        "EventBridgeConfiguration",
    ),
    "list_bucket_inventory_configurations": ("InventoryConfigurationList",),
    "list_bucket_analytics_configurations": ("AnalyticsConfigurationList",),
    "list_bucket_metrics_configurations": ("MetricsConfigurationList",),
    "list_bucket_intelligent_tiering_configurations": ("IntelligentTieringConfigurationList",),
}


def _define_absent(call, code):
    @rule(f"answers {code} to {call} when nothing is configured")
    def probe(server):
        with refused(code, 404):
            getattr(server.s3, call)(Bucket=server.bucket)


def _define_empty(call, members):
    @rule(f"answers {call} with an empty document when nothing is configured")
    def probe(server):
        answer = getattr(server.s3, call)(Bucket=server.bucket)
        equal([name for name in members if name in answer], [])
        assert not answer.get("IsTruncated", False)


def _define_no_bucket(call):
    @rule(f"answers NoSuchBucket to {call} where there is no bucket")
    def probe(server):
        with refused("NoSuchBucket", 404):
            getattr(server.s3, call)(Bucket="conformance-no-such-bucket")


for _call, _code in ABSENT.items():
    _define_absent(_call, _code)
for _call, _members in EMPTY.items():
    _define_empty(_call, _members)
for _call in (*ABSENT, *EMPTY, "get_bucket_acl", "get_bucket_encryption", "get_bucket_policy_status", "get_bucket_request_payment"):
    _define_no_bucket(_call)


@rule("answers get_bucket_acl with the owner's full control")
def acl(server):
    answer = server.s3.get_bucket_acl(Bucket=server.bucket)
    equal([(grant["Grantee"]["ID"], grant["Permission"]) for grant in answer["Grants"]], [(answer["Owner"]["ID"], "FULL_CONTROL")])


@rule("answers get_bucket_policy_status with a bucket that is not public, or NoSuchBucketPolicy")
def policy_status(server):
    try:
        equal(server.s3.get_bucket_policy_status(Bucket=server.bucket)["PolicyStatus"]["IsPublic"], False)
    except server.s3.exceptions.ClientError as error:
        equal(error.response["Error"]["Code"], "NoSuchBucketPolicy")


@rule("answers get_bucket_request_payment with BucketOwner")
def request_payment(server):
    equal(server.s3.get_bucket_request_payment(Bucket=server.bucket)["Payer"], "BucketOwner")


@rule("answers get_bucket_encryption with its default, or ServerSideEncryptionConfigurationNotFoundError")
def encryption(server):
    try:
        found = server.s3.get_bucket_encryption(Bucket=server.bucket)["ServerSideEncryptionConfiguration"]
    except server.s3.exceptions.ClientError as error:
        equal(error.response["Error"]["Code"], "ServerSideEncryptionConfigurationNotFoundError")
    else:
        equal(found["Rules"][0]["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"], "AES256")


@rule("answers get_bucket_ownership_controls with one rule, or OwnershipControlsNotFoundError")
def ownership(server):
    try:
        controls = server.s3.get_bucket_ownership_controls(Bucket=server.bucket)["OwnershipControls"]
    except server.s3.exceptions.ClientError as error:
        equal(error.response["Error"]["Code"], "OwnershipControlsNotFoundError")
    else:
        assert controls["Rules"][0]["ObjectOwnership"] in ("ObjectWriter", "BucketOwnerPreferred", "BucketOwnerEnforced")


@rule("answers get_public_access_block with a configuration, or NoSuchPublicAccessBlockConfiguration")
def public_access_block(server):
    try:
        answer = server.s3.get_public_access_block(Bucket=server.bucket)
    except server.s3.exceptions.ClientError as error:
        equal(error.response["Error"]["Code"], "NoSuchPublicAccessBlockConfiguration")
    else:
        assert isinstance(answer["PublicAccessBlockConfiguration"]["BlockPublicAcls"], bool)
