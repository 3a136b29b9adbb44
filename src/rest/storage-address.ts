import { S3Error } from '../core/errors.ts'
import { checkObjectKey } from '../core/objects/object-key.ts'
import { escapeBytes } from '../lib/query.ts'

export interface StorageAddress {
  readonly project: string
  readonly bucket: string
  readonly file: string
}

/**
 * What a URL below `/storage` names, read from the URL as it was sent: dots and repeated slashes belong to the file's name. Throws
 * InvalidURI and what checkObjectKey throws.
 */
export function storageAddress(url: string): StorageAddress {
  const [path = ''] = url.replace(/^https?:\/\/[^/?]*/i, '').split('?', 1)
  const [, project, bucket, file] = /^(?:\/api)?\/storage\/([^/]+)\/([^/]+)\/(.+)$/s.exec(path) ?? []
  if (project === undefined || bucket === undefined || file === undefined)
    throw new S3Error('InvalidURI', { detail: { URI: path } })
  const address = { project: decoded(project), bucket: decoded(bucket), file: decoded(file) }
  checkObjectKey(address.file)
  return address
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(escapeBytes(text))
  } catch (cause) {
    throw new S3Error('InvalidURI', { detail: { URI: text }, cause })
  }
}
