import { randomBytes } from 'node:crypto'
import { S3Error } from '../core/errors.ts'
import { errorDocument } from '../protocol/error-document.ts'
import { identityHeaders } from './identity-headers.ts'
import type { AnswerFault, ConnectionFault } from '../http/connection-faults.ts'

const errors: Readonly<Record<ConnectionFault, () => S3Error>> = {
  malformed: () => new S3Error('BadRequest', { message: 'An error occurred when parsing the HTTP request.' }),
  'header-too-large': () => new S3Error('RequestHeaderSectionTooLarge'),
  stalled: () => new S3Error('RequestTimeout'),
}

/** What S3 answers to what never becomes a request. */
export const answerS3Fault: AnswerFault = (fault) => {
  const error = errors[fault]()
  const requestId = randomBytes(8).toString('hex').toUpperCase()
  const body = errorDocument(error, { requestId, hostId: requestId, resource: '/' })
  const length = String(Buffer.byteLength(body))
  const headers = [...identityHeaders(requestId), 'Content-Type', 'application/xml', 'Content-Length', length]
  return { status: error.status, headers, body }
}
