import { S3Error } from '../core/errors.ts'
import type { IncomingMessage } from 'node:http'

/** Enough for the names of 1,000 objects. */
const mostBytes = { everyone: 64 * 1024, known: 4 * 1024 ** 2 }

/**
 * The members of a request's JSON object, none for an empty body; who is not known yet may send little. Throws InvalidArgument or
 * MaxMessageLengthExceeded.
 */
export async function readJson(
  request: IncomingMessage,
  from: keyof typeof mostBytes,
): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes[from]) throw new S3Error('MaxMessageLengthExceeded')
    chunks.push(chunk)
  }
  if (size === 0) return {}
  // Pages of other origins cannot send this type without asking first.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new S3Error('InvalidArgument', { message: 'The body must be of the type application/json.' })
  }
  return parseObject(Buffer.concat(chunks).toString())
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  const value = parse(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new S3Error('InvalidArgument', { message: 'The body must be a JSON object.' })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
