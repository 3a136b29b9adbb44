import type { ObjectDelete, ObjectPut } from './object-write.ts'
import type { VersionFacts } from './write-changes.ts'

type WriteRequest = ObjectPut | ObjectDelete

/** Whether it takes the bytes of the version that it replaces along. */
export const extendsIt = (request: WriteRequest) => request.kind === 'put' && request.extends !== undefined

const nothing = {
  size: 0,
  etag: '',
  isInline: false,
  blobId: undefined,
  partCount: 0,
  isAnnotated: false,
  lock: undefined,
}

/** Of the version that a write makes, but for what the commit allots; `dropped` is the one that it takes the place of. */
export function factsOf(request: WriteRequest, dropped: VersionFacts | undefined) {
  if (request.kind === 'delete') {
    return { ...nothing, isDeleteMarker: true, source: request }
  }
  const { size, etag, content, annotations = [], attributes } = request
  return {
    size,
    etag,
    isDeleteMarker: false,
    isInline: content.kind === 'inline',
    blobId: content.kind === 'blob' ? content.blobId : undefined,
    partCount: content.kind === 'parts' ? content.parts.length : 0,
    isAnnotated: annotations.length > 0 || (extendsIt(request) && dropped?.isAnnotated === true),
    lock: attributes.lock,
    source: request,
  }
}
