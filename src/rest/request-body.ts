import { S3Error } from '../core/errors.ts'
import { streamedBody } from './file-body.ts'
import type { Exchange } from './exchange.ts'
import type { UploadBody } from '../core/ports.ts'

type Incoming = Pick<Exchange, 'request' | 'sendContinue'>

/** A request's own body as a file. Throws IncompleteBody while it is read. */
export function requestBody({ request, sendContinue }: Incoming): UploadBody {
  const length = request.headers['content-length']
  const isChunked = request.headers['transfer-encoding'] !== undefined
  return streamedBody(bytesOf({ request, sendContinue }), isChunked ? undefined : Number(length ?? 0))
}

const mostJsonBytes = 64 * 1024

/** The members of a request's JSON object, none for an empty body. Throws InvalidArgument or MaxMessageLengthExceeded. */
export async function readJson(incoming: Incoming): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytesOf(incoming)) {
    size += chunk.length
    if (size > mostJsonBytes) throw new S3Error('MaxMessageLengthExceeded')
    chunks.push(chunk)
  }
  return size === 0 ? {} : objectIn(Buffer.concat(chunks).toString())
}

/** A request that breaks off is the client's doing; a refusal in the middle must leave the socket alive for its answer. */
async function* bytesOf({ request, sendContinue }: Incoming): AsyncGenerator<Buffer> {
  sendContinue()
  try {
    yield* request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  } catch (cause) {
    throw new S3Error('IncompleteBody', { cause })
  }
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  const value = valueIn(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new S3Error('InvalidArgument', { message: 'The body must be a JSON object.' })
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
