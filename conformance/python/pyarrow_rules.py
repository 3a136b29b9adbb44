"""pyarrow's S3FileSystem, which is the AWS SDK for C++, and data sets on it."""

import pyarrow as pa
import pyarrow.dataset as ds
from pyarrow import csv, fs, parquet

from rules import equal, refused, rule, sample, serve


def opened(target, **more):
    """Unlike other clients, Arrow reads the endpoint with its scheme apart."""
    return fs.S3FileSystem(region=target.region, endpoint_override=target.endpoint, **more)


def numbers(count=50_000):
    return pa.table({"id": range(count), "part": [number % 3 for number in range(count)], "text": [f"é {n}" for n in range(count)]})


@rule("writes and reads a file of 12 MiB as a stream, and ranges of it")
def stream(target):
    s3, path, content = opened(target), f"{target.bucket}/stream", sample(12 * 2**20)
    with s3.open_output_stream(path, metadata={"Content-Type": "text/plain"}) as file:
        file.write(content)
    with s3.open_input_stream(path) as file:
        equal(file.metadata()["Content-Type"], b"text/plain")
        equal(file.read() == content, True)
    with s3.open_input_file(path) as file:
        equal([file.size(), file.read_at(5, 100)], [len(content), content[100:105]])


@rule("writes an empty file and a small one")
def small(target):
    s3 = opened(target)
    for name, content in {"empty": b"", "small é+ %": b"small"}.items():
        with s3.open_output_stream(f"{target.bucket}/{name}") as file:
            file.write(content)
        with s3.open_input_file(f"{target.bucket}/{name}") as file:
            equal(file.read(), content)


@rule("tells files, folders and what is absent apart")
def info(target):
    s3, root = opened(target), f"{target.bucket}/info"
    s3.create_dir(f"{root}/empty")
    with s3.open_output_stream(f"{root}/folder/file") as file:
        file.write(b"12")
    kinds = s3.get_file_info([f"{root}/empty", f"{root}/folder", f"{root}/folder/file", f"{root}/absent"])
    equal([kind.type.name for kind in kinds], ["Directory", "Directory", "File", "NotFound"])
    listed = s3.get_file_info(fs.FileSelector(root, recursive=True))
    equal(sorted(item.path for item in listed), [f"{root}/empty", f"{root}/folder", f"{root}/folder/file"])
    equal(kinds[2].size, 2)


@rule("copies, moves and deletes files and folders")
def change(target):
    s3, root = opened(target), f"{target.bucket}/change"
    with s3.open_output_stream(f"{root}/a b") as file:
        file.write(b"1")
    s3.copy_file(f"{root}/a b", f"{root}/copied")
    s3.move(f"{root}/a b", f"{root}/moved é")
    listed = sorted(item.base_name for item in s3.get_file_info(fs.FileSelector(root)))
    equal(listed, ["copied", "moved é"])
    s3.delete_dir(root)
    equal(s3.get_file_info(root).type.name, "NotFound")


@rule("writes and reads Parquet, single columns too")
def columns(target):
    s3, path = opened(target), f"{target.bucket}/table.parquet"
    parquet.write_table(numbers(), path, filesystem=s3)
    equal(parquet.read_table(path, filesystem=s3) == numbers(), True)
    equal(parquet.read_table(path, filesystem=s3, columns=["id"]).num_columns, 1)


@rule("writes a partitioned data set and reads it with a filter")
def dataset(target):
    s3, root = opened(target), f"{target.bucket}/dataset"
    ds.write_dataset(numbers(), root, filesystem=s3, format="parquet", partitioning=["part"], partitioning_flavor="hive")
    found = ds.dataset(root, filesystem=s3, format="parquet", partitioning="hive")
    equal([len(found.files), found.count_rows(), found.count_rows(filter=ds.field("part") == 1)], [3, 50_000, 16_667])


@rule("writes CSV and reads it back")
def text(target):
    s3, path = opened(target), f"{target.bucket}/table.csv"
    with s3.open_output_stream(path) as file:
        csv.write_csv(numbers(100), file)
    with s3.open_input_stream(path) as file:
        equal(csv.read_csv(file).num_rows, 100)


@rule("makes and deletes a bucket when allowed to")
def bucket(target):
    s3, name = opened(target, allow_bucket_creation=True, allow_bucket_deletion=True), f"{target.bucket}-made"
    s3.create_dir(name)
    equal(s3.get_file_info(name).type.name, "Directory")
    s3.delete_dir(name)
    equal(s3.get_file_info(name).type.name, "NotFound")


@rule("answers FileNotFoundError for an absent file")
def absent(target):
    with refused(FileNotFoundError):
        opened(target).open_input_file(f"{target.bucket}/absent")


if __name__ == "__main__":
    serve("pyarrow")
