import { S3Error } from '../core/errors.ts'
import { checkKeyPart } from '../core/objects/object-key.ts'
import type { ListedObject, ListedPage } from '../core/objects/list-query.ts'
import { quoted } from './object-output.ts'

/** Listings return at most so many entries. */
const mostKeys = 1000

/** Throws InvalidArgument for a negative number; more than 1,000 counts as 1,000. */
export function limitOf(argument: string, wanted: number | undefined): number {
  if (wanted === undefined) return mostKeys
  if (wanted >= 0) return Math.min(wanted, mostKeys)
  throw new S3Error('InvalidArgument', {
    message: `Argument ${argument} must be an integer between 0 and 2147483647`,
    detail: { ArgumentName: argument, ArgumentValue: wanted },
  })
}

/** Prefix, delimiter and markers of a listing. Throws InvalidArgument or KeyTooLongError. */
export function checkKeyParts(parts: Readonly<Record<string, string | undefined>>): void {
  for (const [argument, text] of Object.entries(parts)) checkKeyPart(argument, text)
}

export type EncodeKey = (key: string) => string

/** Keys as the client asked for them: as they are, or percent-encoded with `encoding-type=url`. */
export const keyEncoder = (encodingType: string | undefined): EncodeKey =>
  encodingType === 'url' ? urlEncoded : (key) => key

const plain = /^[A-Za-z0-9/._*-]*$/

/** As S3 does it: slashes and asterisks stay, a tilde becomes `%7E`. But a space is `%20`, not `+`, so that no client takes it for a plus. */
const urlEncoded: EncodeKey = (key) =>
  plain.test(key)
    ? key
    : encodeURIComponent(key)
        .replaceAll('%2F', '/')
        .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

type Owner = { ID: string; DisplayName: string } | undefined

interface EntryOptions {
  readonly encode: EncodeKey
  /** The name to show for an owner's canonical id, when owners are asked for. */
  readonly ownerOf: (canonicalId: string) => Owner
}

/** The two lists of a page: objects, and what many keys have in common. */
export function entriesOf({ entries }: ListedPage, { encode, ownerOf }: EntryOptions) {
  const Contents = []
  const CommonPrefixes = []
  for (const entry of entries) {
    if ('key' in entry) Contents.push(contentOf(entry, encode(entry.key), ownerOf(entry.ownerId)))
    else CommonPrefixes.push({ Prefix: encode(entry.commonPrefix) })
  }
  return { Contents, CommonPrefixes }
}

export const contentOf = (object: ListedObject, Key: string, Owner: Owner) => ({
  Key,
  LastModified: new Date(object.lastModified),
  ETag: quoted(object.etag),
  ...(object.checksumAlgorithm !== undefined && {
    ChecksumAlgorithm: [object.checksumAlgorithm as 'CRC32'],
    ChecksumType: object.checksumType as 'FULL_OBJECT',
  }),
  Size: object.size,
  StorageClass: object.storageClass as 'STANDARD',
  Owner,
})

/** Where the next page begins: the last key or common prefix of this one. */
export function lastOf({ entries }: ListedPage): string | undefined {
  const last = entries.at(-1)
  return last && ('key' in last ? last.key : last.commonPrefix)
}
