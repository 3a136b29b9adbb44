import type { BlobPlace } from '../core/ports.ts'

const folder = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,255}$/
const shard = /^[0-9a-f]{2}$/
const file = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\.[a-z0-9]{1,8})?$/

/** `project/bucket/xx/uuid.ext`; the shard is taken from the UUID's random end, so that blobs of one moment spread. */
export function blobId({ projectId, bucket, extension }: BlobPlace, uuid: string): string {
  const id = `${projectId}/${bucket}/${uuid.slice(-2)}/${uuid}${extension && '.'}${extension}`
  return checkBlobId(id)
}

/** Returns the id; throws when it is not one that a store has made, so that no path leads out of the store. */
export function checkBlobId(id: string): string {
  if (!isBlobId(id)) throw new Error(`${JSON.stringify(id)} is not the id of a blob.`)
  return id
}

export function isBlobId(id: string): boolean {
  const [project = '', bucket = '', xx = '', name = '', ...rest] = id.split('/')
  return rest.length === 0 && folder.test(project) && folder.test(bucket) && shard.test(xx) && file.test(name)
}

/** The UUID in a blob's id; `timeOfUuid` tells its age. */
export const uuidOfBlob = (id: string): string => checkBlobId(id).split('/')[3]?.slice(0, 36) ?? ''
