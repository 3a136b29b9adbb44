import type { ServerResponse } from 'node:http'
import { xmlDeclaration } from '../protocol/xml.ts'
import { identityHeaders } from './identity-headers.ts'
import type { Exchange } from './exchange.ts'

const begun = new WeakSet<ServerResponse>()

/** Whether the answer has begun before there was anything to say: only a document can follow. */
export const isLate = (response: ServerResponse): boolean => begun.has(response)

/**
 * Waits for `work`. When it lasts, the answer begins meanwhile with status 200, and every so often white space keeps the connection from timing out;
 * the result, or an error, then follows as the document. Headers that only the result knows are missing from such an answer.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html
 */
export async function keepAlive<T>(exchange: Exchange, work: Promise<T>, everyMs: number): Promise<T> {
  const timer = setInterval(() => {
    if (!exchange.response.destroyed) giveSignOfLife(exchange)
  }, everyMs)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}

function giveSignOfLife({ response, notes }: Exchange): void {
  if (!isLate(response)) {
    begun.add(response)
    response.writeHead(200, ['Content-Type', 'application/xml', ...identityHeaders(notes.requestId)])
    // Nothing may stand before the declaration, not even white space.
    response.write(xmlDeclaration)
  }
  response.write(' ')
}

/** Ends an answer that has begun with the rest of its document. */
export function endLate({ response, notes }: Exchange, document: Buffer | undefined): void {
  notes.bytesOut = document?.length ?? 0
  response.end(document?.subarray(xmlDeclaration.length))
}
