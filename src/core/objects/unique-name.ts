import { extensionOfType } from '../../lib/media-type.ts'

interface Named {
  readonly filename: string
  readonly contentType: string
}

/** `uuid.ext`, with the extension of the name that the file had, or else the usual one of its type. */
export function uniqueName(uuid: string, { filename, contentType }: Named): string {
  const own = /\.([A-Za-z0-9]{1,8})$/.exec(filename)?.[1]?.toLowerCase()
  const extension = own ?? extensionOfType(contentType)
  return extension === '' ? uuid : `${uuid}.${extension}`
}
