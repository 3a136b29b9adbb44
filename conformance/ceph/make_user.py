"""Makes an IAM user for the account whose keys the environment has, and prints its name and keys: make_user.py ENDPOINT."""

import json
import sys

import boto3

NAME = "s3-tests-alt"
EVERYTHING = {"Effect": "Allow", "Action": ["s3:*", "sts:*"], "Resource": "*"}

iam = boto3.client("iam", endpoint_url=sys.argv[1], region_name="us-east-1")
iam.create_group(GroupName=NAME)
policy = json.dumps({"Version": "2012-10-17", "Statement": EVERYTHING})
iam.put_group_policy(GroupName=NAME, PolicyName="everything", PolicyDocument=policy)
iam.create_user(UserName=NAME)
iam.add_user_to_group(GroupName=NAME, UserName=NAME)
key = iam.create_access_key(UserName=NAME)["AccessKey"]
print(json.dumps({"user_id": NAME, "access_key": key["AccessKeyId"], "secret_key": key["SecretAccessKey"]}))
