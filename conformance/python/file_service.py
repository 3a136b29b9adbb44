"""The service of files that an author describes: FastAPI in front, the minio client behind, bytes hashed on their way."""

import hashlib
import json
import uuid
from datetime import datetime, timezone
from io import BytesIO

from fastapi import FastAPI, HTTPException, UploadFile
from fastapi.responses import StreamingResponse
from minio import Minio
from minio.error import S3Error


class Hashed:
    """A stream that is read once, and tells afterwards what went through it."""

    def __init__(self, stream):
        self.stream, self.size, self.hash = stream, 0, hashlib.sha256()

    def read(self, size=-1):
        chunk = self.stream.read(size)
        self.size += len(chunk)
        self.hash.update(chunk)
        return chunk


def service(client: Minio, bucket: str) -> FastAPI:
    """Facts of a file lie beside it, as an object of JSON."""
    app = FastAPI()

    def facts_of(file_id):
        try:
            return json.load(client.get_object(bucket, f"facts/{file_id}.json"))
        except S3Error as error:
            raise HTTPException(404 if error.code == "NoSuchKey" else 502, error.code) from error

    @app.post("/files/upload", status_code=201)
    def upload(file: UploadFile):
        file_id = str(uuid.uuid4())
        stream = Hashed(file.file)
        name = f"files/{file_id}"
        client.put_object(bucket, name, stream, length=-1, part_size=5 << 20, content_type=file.content_type)
        facts = {
            "id": file_id,
            "filename": file.filename,
            "size": stream.size,
            "content_type": file.content_type,
            "hash": stream.hash.hexdigest(),
            "upload_date": datetime.now(timezone.utc).isoformat(),
            "minio_object_name": name,
        }
        document = json.dumps(facts).encode()
        client.put_object(bucket, f"facts/{file_id}.json", BytesIO(document), len(document))
        return facts

    @app.get("/files/{file_id}")
    def download(file_id: uuid.UUID):
        facts = facts_of(file_id)
        stored = client.get_object(bucket, facts["minio_object_name"])
        return StreamingResponse(stored.stream(64 << 10), media_type=facts["content_type"])

    return app
