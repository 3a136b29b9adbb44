"""boto3 against the endpoint of the environment: AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY."""

import boto3

import access  # noqa: F401  (importing a module registers its rules)
import buckets  # noqa: F401
import checksums  # noqa: F401
import conditions  # noqa: F401
import copies  # noqa: F401
import cors  # noqa: F401
import documents  # noqa: F401
import guards  # noqa: F401
import keys  # noqa: F401
import lifecycle  # noqa: F401
import listings  # noqa: F401
import multipart  # noqa: F401
import objects  # noqa: F401
import presigned  # noqa: F401
import probes  # noqa: F401
import seed  # noqa: F401
import tags  # noqa: F401
import versions  # noqa: F401
from rules import run

if __name__ == "__main__":
    print(f'{{"version": "{boto3.__version__}"}}')
    run()
