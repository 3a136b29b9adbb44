"""Polars, whose object_store is written in Rust: scans and sinks with no more than the environment's settings."""

import datetime

import polars as pl

from rules import equal, refused, rule, serve


def frame(count=20_000):
    return pl.DataFrame({"id": range(count), "part": [number % 3 for number in range(count)], "text": ["été"] * count})


def options(target):
    """A server without TLS is the one thing that storage_options must say."""
    return {"aws_endpoint_url": target.endpoint, "aws_region": target.region, "aws_allow_http": "true"}


@rule("writes Parquet and scans it with a filter and a projection")
def parquet(target):
    path, storage = f"s3://{target.bucket}/frame.parquet", options(target)
    frame().write_parquet(path, storage_options=storage)
    found = pl.scan_parquet(path, storage_options=storage).filter(pl.col("part") == 1).select("id").collect()
    equal(found.shape, (6_667, 1))
    equal(pl.read_parquet(path, storage_options=storage).equals(frame()), True)


@rule("sinks a lazy frame of several parts")
def sink(target):
    path, storage = f"s3://{target.bucket}/sunk é.parquet", options(target)
    wide = pl.LazyFrame({"id": range(2_000_000)}).with_columns(text=pl.col("id").hash().cast(pl.String))
    wide.sink_parquet(path, storage_options=storage, compression="uncompressed")
    equal(pl.scan_parquet(path, storage_options=storage).select(pl.len()).collect().item(), 2_000_000)


@rule("scans many files by a pattern")
def pattern(target):
    storage = options(target)
    for number in range(12):
        frame(10).write_parquet(f"s3://{target.bucket}/many/{number}.parquet", storage_options=storage)
    found = pl.scan_parquet(f"s3://{target.bucket}/many/*.parquet", storage_options=storage)
    equal(found.select(pl.len()).collect().item(), 120)


@rule("writes and scans a partitioned data set")
def partitioned(target):
    root, storage = f"s3://{target.bucket}/hive/", options(target)
    frame().lazy().sink_parquet(pl.PartitionBy(root, key="part"), storage_options=storage)
    found = pl.scan_parquet(root, storage_options=storage, hive_partitioning=True).filter(pl.col("part") == 2)
    equal(found.select(pl.len()).collect().item(), 6_666)


@rule("writes and scans CSV, NDJSON and IPC")
def formats(target):
    storage, small = options(target), frame(100).with_columns(day=datetime.date(2026, 1, 2))
    for name in ("csv", "ndjson", "ipc"):
        path = f"s3://{target.bucket}/small.{name}"
        getattr(small.lazy(), f"sink_{name}")(path, storage_options=storage)
        equal(getattr(pl, f"scan_{name}")(path, storage_options=storage).collect().height, 100)


@rule("says that an absent file is absent")
def absent(target):
    with refused(FileNotFoundError, OSError, pl.exceptions.ComputeError):
        pl.scan_parquet(f"s3://{target.bucket}/absent.parquet", storage_options=options(target)).collect()


if __name__ == "__main__":
    serve("polars")
