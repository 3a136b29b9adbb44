import type { IncomingMessage } from 'node:http'
import { S3Error } from '../core/errors.ts'
import { parseQuery, parseQueryPairs } from '../lib/query.ts'
import { rawQuery } from '../protocol/signed-request.ts'
import { readToEnd } from '../protocol/read-to-end.ts'
import { parameterTree, type ParameterNode } from './parameter-tree.ts'

/** A request of the query protocol, read to its end. */
export interface QueryRequest {
  readonly parameters: ParameterNode
  readonly body: Buffer
}

/** More than IAM takes in all its parameters, in bytes. */
const maxBodyBytes = 1 << 20

/**
 * Whether a request to the service itself speaks the query protocol. S3 takes no form there, and its parameters are never
 * both `Action` and `Version`.
 */
export function isQueryRequest({ method, url = '/', headers }: IncomingMessage): boolean {
  if (method !== 'POST' && method !== 'GET') return false
  return (method === 'POST' && isForm(headers['content-type'])) || namesAction(rawQuery(url))
}

const isForm = (contentType = '') => /^application\/x-www-form-urlencoded(?:;|$)/i.test(contentType)

function namesAction(query: string): boolean {
  if (!query.includes('Action=')) return false
  try {
    const parameters = parseQuery(query)
    return parameters.has('Action') && parameters.has('Version')
  } catch {
    return false // S3 tells what is wrong with it.
  }
}

/** The parameters of query and body. Throws MaxMessageLengthExceeded, IncompleteBody, and ValidationError for a malformed form. */
export async function readQueryRequest(request: IncomingMessage): Promise<QueryRequest> {
  const body = await readToEnd(request, maxBodyBytes)
  const form = isForm(request.headers['content-type']) ? body.toString('latin1') : ''
  try {
    const pairs = [rawQuery(request.url ?? '/'), form].flatMap(parseQueryPairs)
    return { parameters: parameterTree(pairs), body }
  } catch (cause) {
    throw new S3Error('ValidationError', { message: 'The parameters cannot be read.', cause })
  }
}
