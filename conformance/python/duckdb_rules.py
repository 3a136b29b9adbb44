"""DuckDB with its httpfs extension, which signs by itself."""

from importlib.resources import files as packaged
from pathlib import Path
from urllib.parse import urlsplit

import duckdb

from rules import equal, refused, rule, serve


def opened(target, style="path"):
    """A database with a secret for the server; `style` is DuckDB's url_style."""
    database = duckdb.connect()
    extension = next(Path(str(packaged("duckdb_extension_httpfs"))).glob("extensions/*/httpfs.duckdb_extension"))
    database.load_extension(str(extension))
    address = urlsplit(target.endpoint)
    database.execute(
        f"""create secret (type s3, key_id '{target.access_key}', secret '{target.secret_key}', region '{target.region}',
            endpoint '{address.netloc}', url_style '{style}', use_ssl {address.scheme == "https"})"""
    )
    return database


def files(target, pattern):
    return f"'s3://{target.bucket}/{pattern}'"


@rule("writes Parquet and reads single columns and rows of it")
def parquet(target):
    database, path = opened(target), files(target, "numbers é.parquet")
    database.execute(f"copy (select range as id, range % 3 as part, 'été' as text from range(200_000)) to {path} (format parquet)")
    found = database.execute(f"select count(*), sum(id) from {path} where part = 1").fetchone()
    equal(found, (66_667, 6_666_700_000))
    equal(database.execute(f"select text from {path} where id = 150_000").fetchone(), ("été",))


@rule("writes a file of several parts and reads it back")
def parts(target):
    database, path = opened(target), files(target, "large.csv")
    database.execute("set s3_uploader_max_filesize = '50GB'")  # of which a part is one in 10,000
    database.execute(f"copy (select range as id, md5(range::varchar) as text from range(800_000)) to {path} (header)")
    equal(database.execute(f"select count(*), count(distinct text) from {path}").fetchone(), (800_000, 800_000))


@rule("writes a partitioned table and reads it by patterns")
def partitions(target):
    database, root = opened(target), files(target, "partitioned")
    database.execute(f"copy (select range as id, range % 3 as part from range(300)) to {root} (format parquet, partition_by (part))")
    pattern = files(target, "partitioned/*/*.parquet")
    equal(database.execute(f"select part, count(*) from {pattern} group by part order by part").fetchall(), [(0, 100), (1, 100), (2, 100)])
    equal(len(database.execute(f"from glob({files(target, 'partitioned/**')})").fetchall()), 3)


@rule("writes and reads CSV and JSON, compressed too")
def text(target):
    database = opened(target)
    for name in ("table.csv", "table.csv.gz", "table.json"):
        database.execute(f"copy (select range as id from range(100)) to {files(target, name)}")
        equal(database.execute(f"select sum(id) from {files(target, name)}").fetchone(), (4950,))


@rule("says that an absent file is absent")
def absent(target):
    with refused(duckdb.Error):
        opened(target).execute(f"from {files(target, 'absent.parquet')}")


if __name__ == "__main__":
    serve("duckdb")
