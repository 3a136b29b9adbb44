"""The code of seed_wearit.py does its everyday work; only AWS_ENDPOINT_URL tells it where."""

import asyncio
import contextlib
import io
import os

from rules import equal, rule
from seed_wearit import S3Client, StoragePathBuilder


@rule("runs an application's storage code unchanged: put with ACL, presigned link, delete by prefix")
def wearit(server):
    with contextlib.redirect_stdout(io.StringIO()):
        asyncio.run(_everyday_work(server))


async def _everyday_work(server):
    client = S3Client()
    access_key, secret_key = os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"]
    await client.connect(server.region, server.bucket, access_key, secret_key)
    photo = os.urandom(10_000)
    keys = [StoragePathBuilder.clothing_path("user 1", str(number), "été.jpg") for number in range(3)]
    for key in keys:
        url = await client.upload_file(photo, key)
        equal(server.request("GET", url).data, photo)
        equal(server.request("GET", client.generate_presigned_url(key)).headers["content-type"], "image/jpeg")
        equal(await client.download_file(key), photo)
    avatar = StoragePathBuilder.avatar_path("user 1", "avatar.jpg")
    await client.upload_file(photo, avatar)
    client._delete_objects_with_prefix("clothing/user 1/")
    equal([server.keys(Prefix="clothing/"), server.keys(Prefix="avatars/")], [[], [avatar]])
    assert await client.delete_file(avatar)
    equal(server.keys(Prefix="avatars/"), [])
    await client.close()
