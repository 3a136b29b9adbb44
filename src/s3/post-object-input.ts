import { S3Error } from '../core/errors.ts'
import { checkObjectKey } from '../core/objects/object-key.ts'
import { checkObjectTags } from '../core/objects/tags.ts'
import { aclRequestOf } from './acl-input.ts'
import { codecs } from './codecs.ts'
import { refuseExposedKeys } from './customer-keys-in-transit.ts'
import { encryptionRequestOf } from './encryption-input.ts'
import { attributesOf } from './object-input.ts'
import { parseStorageClass } from '../core/objects/storage-class.ts'
import { tagsOf } from './tagging.ts'
import { refuseUnsupported } from './unsupported-members.ts'
import type { PutOptions } from '../core/objects/put-object.ts'
import type { Tags } from '../core/objects/object-version.ts'
import type { FormFields } from '../protocol/post-policy.ts'
import type { WireRequest } from './wire-request.ts'

/** The fields of a form as the headers that PutObject would have, one character per byte. */
export type FormHeaders = Readonly<Record<string, string>>

/** Fields that mean what a header means. Those of the form itself, such as `policy`, are none. */
const plainHeaders = new Set([
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-md5',
  'content-type',
  'expires',
])

export function formHeaders(fields: FormFields): FormHeaders {
  const headers: Record<string, string> = {}
  for (const [field, value] of fields) {
    const name = field === 'acl' ? 'x-amz-acl' : field
    if (plainHeaders.has(name) || name.startsWith('x-amz-')) {
      headers[name] = Buffer.from(value).toString('latin1')
    }
  }
  return headers
}

/** The key that a form names. Throws InvalidArgument, KeyTooLongError. */
export function formKey(fields: FormFields): string {
  const key = fields.get('key') ?? ''
  if (key === '') {
    throw new S3Error('InvalidArgument', {
      message:
        "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
      detail: { ArgumentName: 'key', ArgumentValue: '' },
    })
  }
  checkObjectKey(key)
  return key
}

/** What a form says of the object besides its bytes. Throws what PutObject and PutObjectTagging would. */
export function formOptions(
  fields: FormFields,
  address: { readonly bucket: string; readonly key: string },
  wire: Pick<WireRequest, 'isPrivate'>,
): Omit<PutOptions, 'signal' | 'conditions'> {
  const input = codecs.PutObject.parse({ address, query: new Map(), headers: formHeaders(fields) })
  refuseUnsupported(input)
  refuseExposedKeys(input, wire)
  const tagging = fields.get('tagging') ?? ''
  const attributes = attributesOf({ ...input, Tagging: undefined })
  return {
    attributes: tagging === '' ? attributes : { ...attributes, tags: documentTags(tagging, address) },
    acl: aclRequestOf(input),
    encryption: encryptionRequestOf(input),
    storageClass: parseStorageClass(input.StorageClass),
  }
}

function documentTags(document: string, address: { readonly bucket: string; readonly key: string }): Tags {
  const parts = { address, query: new Map(), headers: {} }
  const { Tagging } = codecs.PutObjectTagging.parse(parts, Buffer.from(document))
  return checkObjectTags(tagsOf(Tagging.TagSet))
}
