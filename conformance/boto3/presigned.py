"""Presigned URLs (SigV4, and SigV2, which boto3 still makes for us-east-1 with a custom endpoint) and POST forms."""

import os
import time

from rules import equal, refused, rule


def _url(client, server, method, key, **more):
    expires = more.pop("ExpiresIn", 60)
    return client.generate_presigned_url(method, {"Bucket": server.bucket, "Key": key, **more}, ExpiresIn=expires)


def _code(answer):
    text = answer.data.decode()
    return text.partition("<Code>")[2].partition("</Code>")[0]


@rule("serves the presigned GET that boto3 makes by default")
def default_get(server):
    server.put("signed é+ /a", b"by link")
    answer = server.request("GET", _url(server.s3, server, "get_object", "signed é+ /a"))
    equal((answer.status, answer.data), (200, b"by link"))


@rule("serves presigned GET, PUT, HEAD and DELETE of SigV4")
def all_methods(server):
    client = server.client(signature_version="s3v4")
    equal(server.request("PUT", _url(client, server, "put_object", "signed/v4"), body=b"by link").status, 200)
    equal(server.request("GET", _url(client, server, "get_object", "signed/v4")).data, b"by link")
    equal(server.request("HEAD", _url(client, server, "head_object", "signed/v4")).status, 200)
    equal(server.request("DELETE", _url(client, server, "delete_object", "signed/v4")).status, 204)
    equal(server.keys(Prefix="signed/v4"), [])


@rule("serves presigned GET and PUT of SigV2")
def signature_v2(server):
    client = server.client(signature_version="s3")
    url = _url(client, server, "put_object", "signed/v2")
    assert "AWSAccessKeyId=" in url
    equal(server.request("PUT", url, body=b"old way").status, 200)
    equal(server.request("GET", _url(client, server, "get_object", "signed/v2")).data, b"old way")


@rule("holds a presigned PUT to its content type")
def bound_type(server):
    client = server.client(signature_version="s3v4")
    url = _url(client, server, "put_object", "signed/typed", ContentType="image/png")
    equal(server.request("PUT", url, body=b"x", headers={"Content-Type": "text/plain"}).status, 403)
    equal(server.request("PUT", url, body=b"x", headers={"Content-Type": "image/png"}).status, 200)


@rule("overrides response headers in a presigned GET")
def overrides(server):
    server.put("signed/override", b"x")
    for client in (server.client(signature_version="s3v4"), server.client(signature_version="s3")):
        url = _url(client, server, "get_object", "signed/override", ResponseContentDisposition="attachment; filename=é.txt")
        answer = server.request("GET", url)
        equal(answer.status, 200)
        assert answer.headers["content-disposition"].startswith("attachment; filename=")


@rule("refuses an expired URL, an altered one and an unknown key")
def refusals(server):
    server.put("signed/refused", b"x")
    for version in ("s3v4", "s3"):
        client = server.client(signature_version=version)
        url = _url(client, server, "get_object", "signed/refused", ExpiresIn=1)
        altered = server.request("GET", url.replace("signed/refused", "signed/refuse"))
        equal((altered.status, _code(altered)), (403, "SignatureDoesNotMatch"))
        time.sleep(2.1)
        expired = server.request("GET", url)
        equal((expired.status, _code(expired)), (403, "AccessDenied"))
    stranger = server.client({"aws_access_key_id": "AKIAUNKNOWN", "aws_secret_access_key": "x"}, signature_version="s3v4")
    answer = server.request("GET", _url(stranger, server, "get_object", "signed/refused"))
    equal((answer.status, _code(answer)), (403, "InvalidAccessKeyId"))


@rule("signs multipart parts by link")
def presigned_parts(server):
    address = {"Bucket": server.bucket, "Key": "signed/parts"}
    upload = server.s3.create_multipart_upload(**address)["UploadId"]
    client = server.client(signature_version="s3v4")
    url = client.generate_presigned_url("upload_part", {**address, "UploadId": upload, "PartNumber": 1})
    etag = server.request("PUT", url, body=b"part by link").headers["etag"]
    parts = [{"PartNumber": 1, "ETag": etag}]
    server.s3.complete_multipart_upload(**address, UploadId=upload, MultipartUpload={"Parts": parts})
    equal(server.read("signed/parts"), b"part by link")


def _form(server, key, **more):
    return server.client(signature_version="s3v4").generate_presigned_post(server.bucket, key, **more)


def _post(server, form, body=b"posted", **fields):
    values = {**form["fields"], **fields, "file": ("name.txt", body, "text/plain")}
    return server.http.request("POST", form["url"], fields=values, redirect=False)


@rule("accepts the POST form that boto3 makes by default, and one of SigV4")
def post_form(server):
    for form in (server.s3.generate_presigned_post(server.bucket, "posted/default"), _form(server, "posted/v4")):
        equal(_post(server, form).status, 204)
    equal((server.read("posted/default"), server.read("posted/v4")), (b"posted", b"posted"))


@rule("puts the file's name in place of ${filename} in a POST form's key")
def post_filename(server):
    form = _form(server, "posted/${filename}", Conditions=[["starts-with", "$key", "posted/"]])
    equal(_post(server, form).status, 204)
    equal(server.read("posted/name.txt"), b"posted")


@rule("keeps type and metadata of a POST form and answers as success_action_status says")
def post_fields(server):
    fields = {"Content-Type": "text/css", "x-amz-meta-a": "1", "success_action_status": "201"}
    conditions = [{name: value} for name, value in fields.items()]
    form = _form(server, "posted/fields", Fields=fields, Conditions=conditions)
    answer = _post(server, form)
    equal(answer.status, 201)
    assert b"<PostResponse" in answer.data and b"posted/fields" in answer.data
    got = server.get("posted/fields")
    equal((got["ContentType"], got["Metadata"]), ("text/css", {"a": "1"}))


@rule("holds a POST form to its policy: length, fields, expiry, signature")
def post_policy(server):
    form = _form(server, "posted/no", Conditions=[["content-length-range", 1, 5]])
    answer = _post(server, form, b"too long")
    equal((answer.status, _code(answer)), (400, "EntityTooLarge"))
    answer = _post(server, form, b"")
    equal((answer.status, _code(answer)), (400, "EntityTooSmall"))
    answer = _post(server, form, b"abc", **{"Content-Type": "not/foreseen"})
    equal((answer.status, _code(answer)), (403, "AccessDenied"))
    answer = _post(server, form, b"abc", **{"x-amz-signature": "0" * 64})
    equal((answer.status, _code(answer)), (403, "SignatureDoesNotMatch"))
    expired = _form(server, "posted/no", ExpiresIn=-60)
    equal(_code(_post(server, expired)), "AccessDenied")
    equal(server.keys(Prefix="posted/no"), [])


@rule("refuses a wrong secret with SignatureDoesNotMatch and an unknown key with InvalidAccessKeyId")
def wrong_credentials(server):
    known = os.environ["AWS_ACCESS_KEY_ID"]
    with refused("SignatureDoesNotMatch", 403):
        server.client({"aws_access_key_id": known, "aws_secret_access_key": "wrong"}).list_buckets()
    with refused("InvalidAccessKeyId", 403):
        server.client({"aws_access_key_id": "AKIAUNKNOWN", "aws_secret_access_key": "wrong"}).list_buckets()
