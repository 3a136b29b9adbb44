import { S3Error } from '../core/errors.ts'
import type { Exchange } from './exchange.ts'

/** Told of what no client should ever see. */
export type OnFault = (error: unknown, requestId: string) => void

/** What the client is told of whatever went wrong. */
export function asS3Error(
  error: unknown,
  { notes: { requestId }, response }: Exchange,
  { onFault }: { readonly onFault: OnFault },
): S3Error {
  if (response.destroyed && isBreakOff(error)) return new S3Error('RequestTimeout', { cause: error })
  if (error instanceof S3Error) {
    if (error.code === 'InternalError') onFault(error, requestId)
    return error
  }
  onFault(error, requestId)
  return new S3Error('InternalError', { cause: error })
}

/** How it shows that a client went away before it had its answer, which is nobody's fault. */
const isBreakOff = (error: unknown) =>
  error instanceof Error &&
  (error.name === 'AbortError' || ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))
