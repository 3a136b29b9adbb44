import mime from 'mime'

/** The usual extension of a media type, at most 8 letters or digits; '' when it has none. */
export function extensionOfType(contentType: string): string {
  const extension = mime.getExtension(contentType) ?? ''
  return /^[a-z0-9]{1,8}$/.test(extension) ? extension : ''
}

/** The media type that the extension of a file name stands for, if it does for any. */
export const typeOfName = (name: string): string | undefined => mime.getType(name) ?? undefined
