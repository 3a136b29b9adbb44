import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { S3Error } from '../core/errors.ts'
import type { FormFields } from '../protocol/post-policy.ts'

export interface PostForm {
  readonly fields: FormFields
  /** Rejects with S3Error when the form breaks off. */
  readonly file: AsyncIterable<Buffer>
}

const maxFieldBytes = 20 * 1024
const maxFields = 1000

/**
 * Reads the fields of a browser's upload form up to its file, whose bytes are left to be read; what follows the file does
 * not count. Throws PreconditionFailed for another kind of body, MalformedPOSTRequest, MaxPostPreDataLengthExceededError,
 * IncompleteBody, and InvalidArgument for a form without file.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 */
export function readPostForm(request: IncomingMessage): Promise<PostForm> {
  const parser = createParser(request)
  const fields = new Map<string, string>()
  let fieldBytes = 0
  let file: Readable | undefined
  return new Promise((resolve, reject) => {
    const fail = (error: S3Error) => {
      request.unpipe(parser)
      reject(error)
      file?.destroy(error)
    }
    parser.on('field', (name: string | undefined, value, _isNameCut, isValueCut) => {
      if (file || name === undefined) return
      fieldBytes += Buffer.byteLength(name) + Buffer.byteLength(value)
      if (isValueCut || fieldBytes > maxFieldBytes) fail(new S3Error('MaxPostPreDataLengthExceededError'))
      if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value)
    })
    parser.on('fieldsLimit', () => {
      if (!file) fail(new S3Error('MaxPostPreDataLengthExceededError'))
    })
    parser.on('file', (_name, stream, filename: string | undefined) => {
      file = stream.on('error', (cause) => {
        if (!stream.destroyed) stream.destroy(malformed(cause))
      })
      resolve({ fields: withFilename(fields, filename ?? ''), file: bytesOf(stream, request) })
    })
    parser.on('finish', () => {
      reject(withoutFile())
    })
    parser.on('error', (cause) => {
      fail(malformed(cause))
    })
    request.once('close', () => {
      if (!request.complete) fail(new S3Error('IncompleteBody'))
    })
    request.pipe(parser)
  })
}

function createParser({ headers }: IncomingMessage) {
  if (!/^multipart\/form-data(?:;|$)/i.test(headers['content-type'] ?? '')) {
    throw new S3Error('PreconditionFailed', {
      detail: { Condition: 'Bucket POST must be of the enclosure-type multipart/form-data' },
    })
  }
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      // Some clients give every field a file name.
      isPartAFile: (name) => name?.toLowerCase() === 'file',
      limits: { fieldSize: maxFieldBytes, fields: maxFields, files: 1 },
    })
  } catch (cause) {
    throw malformed(cause)
  }
}

async function* bytesOf(file: Readable, request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* file as AsyncIterable<Buffer>
  } catch (cause) {
    throw cause instanceof S3Error ? cause : malformed(cause)
  } finally {
    request.unpipe()
    request.resume()
  }
}

const withFilename = (fields: FormFields, filename: string): FormFields =>
  new Map([...fields].map(([name, value]) => [name, value.replaceAll('${filename}', () => filename)]))

const malformed = (cause: unknown) => new S3Error('MalformedPOSTRequest', { cause })

const withoutFile = () =>
  new S3Error('InvalidArgument', {
    message: 'POST requires exactly one file upload per request.',
    detail: { ArgumentName: 'file', ArgumentValue: '0' },
  })
