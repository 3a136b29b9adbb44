"""CORS configurations, preflight requests and the headers of actual ones."""

from rules import equal, refused, rule

ORIGIN = "https://app.example"
RULES = {
    "CORSRules": [
        {
            "AllowedOrigins": [ORIGIN, "https://*.wild.example"],
            "AllowedMethods": ["GET", "PUT"],
            "AllowedHeaders": ["content-type", "x-amz-*"],
            "ExposeHeaders": ["ETag"],
            "MaxAgeSeconds": 600,
        }
    ]
}


def _preflight(server, bucket, origin=ORIGIN, method="PUT", headers="content-type,x-amz-date"):
    asked = {"Origin": origin, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers}
    return server.request("OPTIONS", f"/{bucket}/key", headers=asked)


@rule("keeps and deletes a CORS configuration")
def life(server):
    with server.another_bucket() as name:
        server.s3.put_bucket_cors(Bucket=name, CORSConfiguration=RULES)
        equal(server.s3.get_bucket_cors(Bucket=name)["CORSRules"], RULES["CORSRules"])
        server.s3.delete_bucket_cors(Bucket=name)
        with refused("NoSuchCORSConfiguration", 404):
            server.s3.get_bucket_cors(Bucket=name)


@rule("answers a preflight that a rule allows")
def preflight(server):
    with server.another_bucket() as name:
        server.s3.put_bucket_cors(Bucket=name, CORSConfiguration=RULES)
        answer = _preflight(server, name)
        equal(answer.status, 200)
        equal(answer.headers["access-control-allow-origin"], ORIGIN)
        assert "PUT" in answer.headers["access-control-allow-methods"]
        assert "x-amz-date" in answer.headers["access-control-allow-headers"]
        equal(answer.headers["access-control-max-age"], "600")
        wild = _preflight(server, name, origin="https://a.wild.example")
        equal(wild.headers["access-control-allow-origin"], "https://a.wild.example")


@rule("refuses a preflight that no rule allows")
def refused_preflight(server):
    with server.another_bucket() as name:
        equal(_preflight(server, name).status, 403)
        server.s3.put_bucket_cors(Bucket=name, CORSConfiguration=RULES)
        equal(_preflight(server, name, origin="https://other.example").status, 403)
        equal(_preflight(server, name, method="DELETE").status, 403)
        equal(_preflight(server, name, headers="x-other").status, 403)


@rule("adds CORS headers to actual requests, refused ones too")
def actual(server):
    with server.another_bucket() as name:
        server.s3.put_bucket_cors(Bucket=name, CORSConfiguration=RULES)
        server.s3.put_object(Bucket=name, Key="key", Body=b"x", ACL="public-read")
        for path in ("key", "absent"):
            answer = server.request("GET", f"/{name}/{path}", headers={"Origin": ORIGIN})
            equal(answer.headers.get("access-control-allow-origin"), ORIGIN)
            assert "ETag" in answer.headers["access-control-expose-headers"]
        assert "access-control-allow-origin" not in server.request("GET", f"/{name}/key").headers
