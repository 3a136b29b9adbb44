import { S3Error } from '../../core/errors.ts'
import { isoTime } from '../../lib/iso-time.ts'
import { bearerOf, type Handler } from '../call.ts'
import { readTimeCursor, writeTimeCursor } from '../cursor.ts'
import { deliver } from '../delivery/deliver.ts'
import { attributesOf } from '../file-details.ts'
import { fileBody } from '../file-body.ts'
import { readForm } from '../form.ts'
import { queryOf } from '../query-of.ts'
import type { StoredFile } from '../../core/files/stored-file.ts'

export const uploadFile: Handler<'uploadFile'> = async (call) => {
  const { core, exchange, input } = call
  const { caller } = bearerOf(call)
  let { bucket } = input
  for await (const part of readForm(exchange)) {
    if (part.kind === 'field') {
      if (part.name === 'bucket') bucket = part.value
      continue
    }
    const { filename } = part
    const file = { bucket, filename, attributes: attributesOf(part), signal: exchange.signal }
    return shownFile(await core.files.store(caller, file, await fileBody(part.body)))
  }
  throw new S3Error('InvalidArgument', { message: 'The form has no file.', detail: { ArgumentName: 'file' } })
}

export const listFiles: Handler<'listFiles'> = async (call) => {
  const { hash, limit, cursor } = call.input
  const place = cursor === undefined ? undefined : readTimeCursor(cursor)
  const before = place && { uploadedAt: place.at, id: place.id }
  const { files, last } = await call.core.files.list(bearerOf(call).caller, { hash, before, limit })
  const next = last ? writeTimeCursor({ id: last.id, at: last.uploadedAt }) : null
  return { files: files.map(shownFile), next_cursor: next }
}

export const getFileInfo: Handler<'getFileInfo'> = async (call) => {
  const { core, input } = call
  const { caller } = bearerOf(call)
  const file = await core.files.get(caller, input.id)
  await core.objects.find(caller, { bucket: file.bucket, key: file.objectName })
  return shownFile(file)
}

export const getFile: Handler<'getFile'> = async (call) => {
  const { core, exchange, input } = call
  const { caller } = bearerOf(call)
  const { bucket, objectName } = await core.files.get(caller, input.id)
  const { download } = input
  const transform = queryOf(exchange.request.url)
  await deliver(exchange, { core, caller, bucket, key: objectName, download, transform })
  return undefined
}

export const deleteFile: Handler<'deleteFile'> = (call) =>
  call.core.files.delete(bearerOf(call).caller, call.input.id)

const shownFile = (file: StoredFile) => ({
  id: file.id,
  filename: file.filename,
  size: file.size,
  content_type: file.contentType,
  hash: file.hash,
  upload_date: isoTime(file.uploadedAt),
  bucket: file.bucket,
  object_name: file.objectName,
  minio_object_name: file.objectName,
})
