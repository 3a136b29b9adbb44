"""Spark with Hadoop's s3a, which is the AWS SDK for Java."""

import os

from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession

from rules import equal, refused, rule, serve


def session():
    """What s3a must be told of a server that is not AWS: its address, and that buckets are in the path."""
    return (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.memory", "1g")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.extraClassPath", os.path.join(os.environ["CONFORMANCE_JARS"], "*"))
        .config("spark.hadoop.fs.s3a.endpoint", os.environ["AWS_ENDPOINT_URL"])
        .config("spark.hadoop.fs.s3a.endpoint.region", os.environ["AWS_REGION"])
        .config("spark.hadoop.fs.s3a.path.style.access", "true")
        .getOrCreate()
    )


def hadoop(path):
    """The file system of Hadoop and one of its paths, for what data frames do not reach."""
    java = session()._jvm
    location = java.org.apache.hadoop.fs.Path(path)
    return location.getFileSystem(session()._jsc.hadoopConfiguration()), location


@rule("writes a partitioned table, adds to it, replaces it and reads it with a filter")
def table(target):
    path, spark = f"s3a://{target.bucket}/table", session()
    rows = spark.range(30_000).selectExpr("id", "id % 3 as part", "'été' as text")
    rows.write.partitionBy("part").parquet(path)
    rows.write.mode("append").partitionBy("part").parquet(path)
    equal(spark.read.parquet(path).where("part = 1").count(), 20_000)
    rows.limit(10).write.mode("overwrite").parquet(path)
    equal(spark.read.parquet(path).count(), 10)


@rule("writes and reads CSV and JSON, by patterns too")
def text(target):
    spark = session()
    for name in ("csv", "json"):
        path = f"s3a://{target.bucket}/text/{name} é"
        getattr(spark.range(100).repartition(3).write, name)(path)
        equal(getattr(spark.read, name)(f"{path}/part-*").count(), 100)


@rule("makes, renames and deletes folders of more files than a page")
def folders(target):
    files, folder = hadoop(f"s3a://{target.bucket}/folder")
    files.mkdirs(folder)
    equal(files.getFileStatus(folder).isDirectory(), True)
    for number in range(1_100):
        files.create(hadoop(f"s3a://{target.bucket}/folder/{number:04}")[1]).close()
    _, renamed = hadoop(f"s3a://{target.bucket}/renamed é")
    equal(files.rename(folder, renamed), True)
    equal([files.exists(folder), len(files.listStatus(renamed))], [False, 1_100])
    files.delete(renamed, True)
    equal(files.exists(renamed), False)


@rule("uploads a large file in parts")
def large(target):
    files, path = hadoop(f"s3a://{target.bucket}/large")
    out = files.create(path)
    for _ in range(70):
        out.write(bytearray(1 << 20))
    out.close()
    equal(files.getFileStatus(path).getLen(), 70 << 20)


@rule("does not replace a file that it is told to create")
def creation(target):
    files, path = hadoop(f"s3a://{target.bucket}/created")
    files.create(path, False).close()
    with refused(Py4JJavaError):
        files.create(path, False).close()


if __name__ == "__main__":
    serve("pyspark")
