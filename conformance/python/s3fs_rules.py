"""s3fs, the file system of fsspec that pandas, Dask, Zarr and others open s3:// with."""

import fsspec
import s3fs

from rules import equal, refused, rule, sample, serve

DIFFICULT = ["with space", "plus+plus", "percent%20", "été/crème", "日本語/🪣", "quote's & <angle>", "a=b/c:d"]


def fresh():
    """The settings are those of the environment, as people have them; no listing is remembered between rules."""
    return s3fs.S3FileSystem(use_listings_cache=False, skip_instance_cache=True)


@rule("writes and reads difficult names")
def names(target):
    fs = fresh()
    for name in DIFFICULT:
        fs.pipe(f"{target.bucket}/names/{name}", name.encode())
    for name in DIFFICULT:
        equal(fs.cat(f"{target.bucket}/names/{name}"), name.encode())
    equal(sorted(fs.find(f"{target.bucket}/names")), sorted(f"{target.bucket}/names/{name}" for name in DIFFICULT))


@rule("writes a file of 12 MiB in parts, and reads it whole, by blocks and from its end")
def large(target):
    fs, path, content = fresh(), f"{target.bucket}/large", sample(12 * 2**20)
    with fs.open(path, "wb", block_size=5 * 2**20) as file:
        file.write(content)
    assert "-" in fs.info(path)["ETag"], fs.info(path)["ETag"]
    with fs.open(path, "rb", block_size=2**20) as file:
        equal(file.read() == content, True)
        file.seek(-10, 2)
        equal(file.read(), content[-10:])
    equal(fs.cat_ranges([path, path], [0, 100], [4, 104]), [content[:4], content[100:104]])


@rule("appends to small and large files")
def append(target):
    fs = fresh()
    for name, content in {"small": b"12345", "large": sample(6 * 2**20)}.items():
        path = f"{target.bucket}/append/{name}"
        fs.pipe(path, content)
        with fs.open(path, "ab") as file:
            file.write(b"added")
        equal(fs.cat(path) == content + b"added", True)


@rule("lists, globs, walks and tells sizes")
def listing(target):
    fs, root = fresh(), f"{target.bucket}/tree"
    fs.pipe({f"{root}/a.csv": b"1", f"{root}/b/c.csv": b"22", f"{root}/b/d.txt": b"333", f"{root}/b/e/f.csv": b""})
    equal(fs.ls(root, detail=False), [f"{root}/a.csv", f"{root}/b"])
    equal(fs.glob(f"{root}/**/*.csv"), [f"{root}/a.csv", f"{root}/b/c.csv", f"{root}/b/e/f.csv"])
    equal([(path, folders, files) for path, folders, files in fs.walk(root)][0], (root, ["b"], ["a.csv"]))
    equal(fs.du(root), 6)
    equal([fs.isdir(f"{root}/b"), fs.isfile(f"{root}/b"), fs.exists(f"{root}/absent")], [True, False, False])


@rule("copies and moves, in parts where the file is large")
def copies(target):
    fs, root, content = fresh(), f"{target.bucket}/copies", sample(11 * 2**20)
    fs.pipe({f"{root}/small é": b"small", f"{root}/large": content})
    fs.copy(f"{root}/large", f"{root}/large copy")
    fs.move(f"{root}/small é", f"{root}/moved")
    equal(fs.cat(f"{root}/large copy") == content, True)
    equal(fs.ls(root, detail=False), [f"{root}/large", f"{root}/large copy", f"{root}/moved"])
    fs.merge(f"{root}/merged", [f"{root}/large", f"{root}/large copy"])
    equal(fs.info(f"{root}/merged")["size"], 2 * len(content))


@rule("deletes a folder of more files than a page")
def remove(target):
    fs, root = fresh(), f"{target.bucket}/removed"
    fs.pipe({f"{root}/{number:04}": b"" for number in range(1100)})
    equal(len(fs.find(root)), 1100)
    fs.rm(root, recursive=True)
    equal(fs.find(root), [])


@rule("creates a file only once in exclusive mode")
def exclusive(target):
    fs, path = fresh(), f"{target.bucket}/exclusive"
    fs.pipe(path, b"first", mode="create")
    with refused(FileExistsError):
        fs.pipe(path, b"second", mode="create")
    equal(fs.cat(path), b"first")


@rule("keeps metadata and tags, and signs links")
def details(target):
    fs, path = fresh(), f"{target.bucket}/details"
    with fs.open(path, "wb", ContentType="text/plain", Metadata={"colour": "blue"}) as file:
        file.write(b"by link")
    equal([fs.info(path)["ContentType"], fs.getxattr(path, "colour")], ["text/plain", "blue"])
    fs.setxattr(path, colour="green")
    equal(fs.getxattr(path, "colour"), "green")
    fs.put_tags(path, {"a": "1"})
    equal(fs.get_tags(path), {"a": "1"})
    with fsspec.open(fs.sign(path), "rb") as file:
        equal(file.read(), b"by link")


@rule("answers FileNotFoundError for absent files and buckets")
def absent(target):
    for path in (f"{target.bucket}/absent", "conformance-no-such-bucket/absent"):
        with refused(FileNotFoundError):
            fresh().info(path)
        with refused(FileNotFoundError):
            fresh().cat(path)


if __name__ == "__main__":
    serve("s3fs")
