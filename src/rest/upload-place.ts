import { checkObjectKey } from '../core/objects/object-key.ts'
import { uniqueName } from '../core/objects/unique-name.ts'
import { contentTypeOf } from './file-details.ts'
import type { Ids } from '../core/ports.ts'
import type { uploadFields } from './contract/objects.ts'
import type { z } from 'zod'

export type WantedUpload = z.output<typeof uploadFields>

interface UploadPlace {
  readonly bucket: string
  readonly key: string
  /** Whether the name was made for this file alone. */
  readonly isUnique: boolean
}

interface NamedFile {
  readonly filename: string
  readonly contentType: string | undefined
}

/** Where a file goes that a client uploads: under the name that it asks for, or a unique one. Throws what checkObjectKey throws. */
export function placeOfUpload(ids: Pick<Ids, 'uuid'>, wanted: WantedUpload, file: NamedFile): UploadPlace {
  const own = ownName(wanted, file)
  const { filename } = file
  const name = own ?? uniqueName(ids.uuid(), { filename, contentType: contentTypeOf(file) })
  const key = [...folderOf(wanted), name].join('/')
  checkObjectKey(key)
  return { bucket: wanted.bucket, key, isUnique: own === undefined }
}

function ownName({ name, keep_name: keepsName }: WantedUpload, { filename }: NamedFile): string | undefined {
  if (name !== undefined) return name
  return keepsName === true && filename !== '' ? filename : undefined
}

function folderOf({ path = '' }: WantedUpload): readonly string[] {
  const folder = path.replace(/^\/+|\/+$/g, '')
  return folder === '' ? [] : [folder]
}

/** Whom the new object is open to. */
export const aclOfUpload = ({ public: isPublic }: WantedUpload) =>
  isPublic === true ? { canned: 'public-read' } : {}
