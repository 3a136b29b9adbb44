"""Who may reach a bucket and what is in it, and what it tells others of."""

import json

from rules import equal, fresh_name, refused, rule
from versions import versioned

EVERYTHING = dict.fromkeys(("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True)


@rule("keeps a public access block, and refuses a public ACL under it")
def public_access(server):
    s3, bucket = server.s3, server.bucket
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=EVERYTHING)
    try:
        equal(s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"], EVERYTHING)
        with refused("AccessDenied", 403):
            s3.put_object(Bucket=bucket, Key="public", Body=b"", ACL="public-read")
    finally:
        s3.delete_public_access_block(Bucket=bucket)
    with refused("NoSuchPublicAccessBlockConfiguration", 404):
        s3.get_public_access_block(Bucket=bucket)


@rule("keeps the ownership of objects, and takes no ACL where the bucket's owner has them all")
def ownership(server):
    s3, bucket = server.s3, server.bucket
    controls = {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    s3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls=controls)
    try:
        equal(s3.get_bucket_ownership_controls(Bucket=bucket)["OwnershipControls"], controls)
        with refused("AccessControlListNotSupported", 400):
            s3.put_object(Bucket=bucket, Key="public", Body=b"", ACL="public-read")
    finally:
        s3.delete_bucket_ownership_controls(Bucket=bucket)


@rule("tells whether a policy makes the bucket public")
def policy_status(server):
    s3, bucket = server.s3, server.bucket
    statement = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{bucket}/*",
    }
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    try:
        equal(s3.get_bucket_policy_status(Bucket=bucket)["PolicyStatus"]["IsPublic"], True)
    finally:
        s3.delete_bucket_policy(Bucket=bucket)


@rule("keeps a replication configuration until it is deleted")
def replication(server):
    with versioned(server) as source, versioned(server) as target:
        rule_of = {
            "ID": "one",
            "Status": "Enabled",
            "Priority": 1,
            "Filter": {"Prefix": "kept/"},
            "DeleteMarkerReplication": {"Status": "Disabled"},
            "Destination": {"Bucket": f"arn:aws:s3:::{target}"},
        }
        configuration = {"Role": "arn:aws:iam::123456789012:role/replication", "Rules": [rule_of]}
        server.s3.put_bucket_replication(Bucket=source, ReplicationConfiguration=configuration)
        equal(server.s3.get_bucket_replication(Bucket=source)["ReplicationConfiguration"], configuration)
        server.s3.delete_bucket_replication(Bucket=source)
        with refused("ReplicationConfigurationNotFoundError", 404):
            server.s3.get_bucket_replication(Bucket=source)


@rule("refuses notifications for a target that it does not know, and takes a configuration of none")
def notifications(server):
    unknown = {"QueueArn": "arn:aws:sqs:us-east-1:123456789012:nobody", "Events": ["s3:ObjectCreated:*"]}
    put = server.s3.put_bucket_notification_configuration
    with refused("InvalidArgument", 400):
        put(Bucket=server.bucket, NotificationConfiguration={"QueueConfigurations": [unknown]})
    put(Bucket=server.bucket, NotificationConfiguration={})


@rule("keeps where a bucket's access log goes, once the target lets it in")
def logging(server):
    s3, target = server.s3, fresh_name()
    s3.create_bucket(Bucket=target)
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "logging.s3.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": f"arn:aws:s3:::{target}/*",
    }
    s3.put_bucket_policy(Bucket=target, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    enabled = {"TargetBucket": target, "TargetPrefix": "log/"}
    s3.put_bucket_logging(Bucket=server.bucket, BucketLoggingStatus={"LoggingEnabled": enabled})
    try:
        equal(s3.get_bucket_logging(Bucket=server.bucket)["LoggingEnabled"], enabled)
    finally:
        s3.put_bucket_logging(Bucket=server.bucket, BucketLoggingStatus={})


@rule("gives back what is archived only once it is restored")
def archive(server):
    s3, place = server.s3, {"Bucket": server.bucket, "Key": "guards/archived"}
    s3.put_object(**place, Body=bytes(100_000), StorageClass="GLACIER")
    with refused("InvalidObjectState", 403):
        s3.get_object(**place)
    s3.restore_object(**place, RestoreRequest={"Days": 1})
    equal(s3.get_object(**place)["Body"].read(), bytes(100_000))


@rule("wraps an object's data key anew under a key of KMS")
def new_encryption(server):
    s3, place = server.s3, {"Bucket": server.bucket, "Key": "guards/sealed"}
    key = s3.put_object(Bucket=server.bucket, Key="guards/kms", Body=b"", ServerSideEncryption="aws:kms")["SSEKMSKeyId"]
    s3.put_object(**place, Body=b"sealed", ServerSideEncryption="AES256")
    s3.update_object_encryption(**place, ObjectEncryption={"SSEKMS": {"KMSKeyArn": key}})
    answer = s3.get_object(**place)
    equal((answer["ServerSideEncryption"], answer["SSEKMSKeyId"], answer["Body"].read()), ("aws:kms", key, b"sealed"))
