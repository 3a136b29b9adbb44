import { isUtf8 } from 'node:buffer'
import { S3Error } from '../errors.ts'
import type { UploadBody } from '../ports.ts'

/** An upload whose bytes are read only as far as they are UTF-8; then UnsupportedMediaType is thrown. */
export const textBody = (body: UploadBody): UploadBody => ({
  ...body,
  readAll: async () => {
    const data = await body.readAll()
    if (!isUtf8(data)) throw new S3Error('UnsupportedMediaType')
    return data
  },
  stream: async function* () {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for await (const chunk of body.stream()) {
      check(() => decoder.decode(chunk, { stream: true }))
      yield chunk
    }
    check(() => decoder.decode())
  },
})

function check(decode: () => string): void {
  try {
    decode()
  } catch (cause) {
    throw new S3Error('UnsupportedMediaType', { cause })
  }
}
