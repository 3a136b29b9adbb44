import { typeOfName } from '../lib/media-type.ts'
import { contentDisposition } from '../lib/content-disposition.ts'
import type { ObjectAttributes } from '../core/objects/object-version.ts'

interface NamedFile {
  readonly filename: string
  readonly contentType: string | undefined
}

/** What parsers say of a file whose client does not tell. */
const generic = ['application/octet-stream', 'text/plain']
const unknownType = 'application/octet-stream'
/** Leaves room for other metadata. */
const mostCharacters = 255

/** The type that the client gives, or else the usual one of its name. */
export function contentTypeOf({ filename, contentType = unknownType }: NamedFile): string {
  return generic.includes(contentType) ? (typeOfName(filename) ?? contentType) : contentType
}

/** What is kept of a file besides its bytes: its type, and the name that it had. */
export function attributesOf(file: NamedFile): ObjectAttributes & { readonly contentType: string } {
  const filename = file.filename.slice(0, mostCharacters)
  return {
    contentType: contentTypeOf(file),
    ...(filename !== '' && {
      contentDisposition: contentDisposition('inline', filename),
      userMetadata: { 'original-name': filename },
    }),
  }
}
