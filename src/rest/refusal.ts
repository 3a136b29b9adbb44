import { S3Error, type ErrorCode } from '../core/errors.ts'

/** Where a browser or an application expects another status than S3 gives. */
const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  EntityTooLarge: 413,
  ExpiredToken: 401,
  InvalidAccessKeyId: 401,
  MaxMessageLengthExceeded: 413,
  RequestHeaderSectionTooLarge: 431,
  SlowDown: 429,
}

const retrySeconds = '1'

interface Refusal {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Absent where HTTP has no place for one. */
  readonly document: { readonly status: 'error'; readonly code: string; readonly message: string } | undefined
}

/** What a client is told of an error. */
export function refusalOf({ code, message, headers, status: usual }: S3Error): Refusal {
  const status = statuses[code] ?? usual
  return {
    status,
    headers: {
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      ...(status === 429 && { 'Retry-After': retrySeconds }),
      ...headers,
    },
    document: status === 304 ? undefined : { status: 'error', code, message },
  }
}

/** What went wrong in words for a client: what is no S3Error is a fault of the server, or the client's own going away. */
export function asRefused(error: unknown): { readonly refused: S3Error; readonly isFault: boolean } {
  if (error instanceof S3Error) return { refused: error, isFault: error.code === 'InternalError' }
  if (error instanceof Error && (error.name === 'AbortError' || isPremature(error)))
    return { refused: new S3Error('RequestTimeout', { cause: error }), isFault: false }
  return { refused: new S3Error('InternalError', { cause: error }), isFault: true }
}

const isPremature = (error: Error) => 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
