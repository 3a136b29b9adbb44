import { bearerOf, type Handler } from '../call.ts'
import { deliver } from '../delivery/deliver.ts'
import { fileUrl } from '../file-url.ts'
import { queryOf } from '../query-of.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { isoTime } from '../../lib/iso-time.ts'
import type { ListedEntry } from '../../core/objects/list-query.ts'

export const getObject: Handler<'getObject'> = async ({ core, exchange, caller, input }) => {
  const { bucket, file, download } = input
  await deliver(exchange, {
    core,
    caller,
    bucket,
    key: file,
    download,
    transform: queryOf(exchange.request.url),
  })
  return undefined
}

export const deleteObject: Handler<'deleteObject'> = async ({ core, caller, input: { bucket, file } }) => {
  await core.objects.delete(caller, { bucket, key: file })
  return { status: 'success' }
}

export const listObjects: Handler<'listObjects'> = async (call) => {
  const { core, caller, baseUrl, input } = call
  const { bucket, prefix, delimiter, limit, cursor } = input
  const [after] = cursor === undefined ? [] : readCursor(cursor, 1)
  await core.authorise(caller, 's3:ListBucket', { bucket })
  const page = await core.objects.list(caller, bucket, { prefix, delimiter, after, limit })
  const { project } = bearerOf(call).caller
  const files = page.entries.flatMap((entry) => ('key' in entry ? [entry] : []))
  const last = page.isTruncated ? page.entries.at(-1) : undefined
  return {
    status: 'success',
    bucket,
    files: files.map(({ key, size, etag, lastModified }) => ({
      file: key,
      url: fileUrl(baseUrl, { project: project.name, bucket, file: key }),
      size,
      etag,
      last_modified: isoTime(lastModified),
    })),
    folders: page.entries.flatMap((entry) => ('commonPrefix' in entry ? [entry.commonPrefix] : [])),
    next_cursor: last ? writeCursor(nameOf(last)) : null,
  }
}

const nameOf = (entry: ListedEntry): string => ('key' in entry ? entry.key : entry.commonPrefix)
