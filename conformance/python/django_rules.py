"""Django with django-storages: what a site does with media, static and private files."""

import urllib.error
import urllib.request

import django
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from rules import equal, refused, rule, sample, serve

BACKEND = "storages.backends.s3.S3Storage"


def opened(target, **options):
    """The storage of a site whose settings name the bucket; keys, region and endpoint come from the environment."""
    if not settings.configured:
        settings.configure(USE_TZ=True, STORAGES={})
        django.setup()
    return storages.create_storage({"BACKEND": BACKEND, "OPTIONS": {"bucket_name": target.bucket, **options}})


def fetched(url):
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read()


@rule("saves, opens, lists and deletes files, under another name where one is taken")
def files(target):
    storage = opened(target, file_overwrite=False, location="media")
    name = storage.save("photos/été + 1.jpg", ContentFile(b"photo"))
    other = storage.save("photos/été + 1.jpg", ContentFile(b"other"))
    assert name != other, other
    with storage.open(name) as file:
        equal(file.read(), b"photo")
    equal([storage.size(name), storage.exists(name), storage.exists("absent")], [5, True, False])
    equal([storage.listdir("")[0], len(storage.listdir("photos")[1])], [["photos"], 2])
    assert storage.get_modified_time(name).tzinfo is not None
    storage.delete(name)
    equal(storage.exists(name), False)


@rule("links to private files by a signed address, and to public ones by a plain one")
def links(target):
    private, public = opened(target), opened(target, default_acl="public-read", querystring_auth=False)
    secret = private.save("private é.txt", ContentFile(b"secret"))
    shown = public.save("public é.txt", ContentFile(b"shown"))
    equal([fetched(private.url(secret)), fetched(public.url(shown))], [b"secret", b"shown"])
    equal(fetched(private.url(secret, parameters={"ResponseContentType": "text/css"})), b"secret")
    with refused(urllib.error.HTTPError):
        fetched(private.url(secret).partition("?")[0])


@rule("writes a file of 12 MiB in parts and compresses text")
def large(target):
    storage, content = opened(target, gzip=True), sample(12 * 2**20)
    with storage.open("large.bin", "wb") as file:
        file.write(content)
    with storage.open("large.bin") as file:
        equal(file.read() == content, True)
    storage.save("style.css", ContentFile(b"a { color: blue }" * 100))
    with storage.open("style.css") as file:
        equal(file.read(), b"a { color: blue }" * 100)


@rule("collects static files under the hashes of their contents")
def static(target):
    settings.DEBUG = False
    manifest = storages.create_storage(
        {"BACKEND": "storages.backends.s3.S3ManifestStaticStorage", "OPTIONS": {"bucket_name": target.bucket, "location": "static"}}
    )
    manifest.save("image.png", ContentFile(b"image"))
    manifest.save("style.css", ContentFile(b"a { background: url(image.png) }"))
    list(manifest.post_process({"image.png": (manifest, "image.png"), "style.css": (manifest, "style.css")}))
    with manifest.open(manifest.stored_name("style.css")) as file:
        assert b"image." in file.read().replace(b"image.png", b"")


@rule("answers FileNotFoundError for an absent file")
def absent(target):
    with refused(FileNotFoundError):
        opened(target).open("absent").read()


if __name__ == "__main__":
    serve("django-storages")
