import type { IncomingMessage } from 'node:http'
import { S3Error } from '../core/errors.ts'

/** The whole body of a request in one buffer. Throws IncompleteBody when the client breaks off, MaxMessageLengthExceeded beyond `limit` bytes. */
export const readToEnd = (request: IncomingMessage, limit = Infinity): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const incomplete = () => {
      reject(new S3Error('IncompleteBody'))
    }
    if (request.destroyed && !request.complete) incomplete()
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > limit)
        reject(new S3Error('MaxMessageLengthExceeded', { detail: { MaxMessageLengthBytes: limit } }))
    })
    request.on('end', () => {
      const [only, ...more] = chunks
      resolve(only && more.length === 0 ? only : Buffer.concat(chunks))
    })
    request.on('error', incomplete)
    request.on('aborted', incomplete)
  })
