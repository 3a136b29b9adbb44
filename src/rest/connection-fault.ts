import { S3Error, type ErrorCode } from '../core/errors.ts'
import { refusalOf } from './refusal.ts'
import type { AnswerFault, ConnectionFault } from '../http/connection-faults.ts'

const codes: Readonly<Record<ConnectionFault, ErrorCode>> = {
  malformed: 'BadRequest',
  'header-too-large': 'RequestHeaderSectionTooLarge',
  stalled: 'RequestTimeout',
}

/** What the console's port answers to what never becomes a request: a refusal as of any call. */
export const answerRestFault: AnswerFault = (fault) => {
  const { status, document } = refusalOf(new S3Error(codes[fault]))
  const body = JSON.stringify(document)
  const length = String(Buffer.byteLength(body))
  const headers = ['Content-Type', 'application/json; charset=utf-8', 'Content-Length', length]
  return { status, headers: [...headers, 'Cache-Control', 'no-store'], body }
}
