import { S3Error, type ErrorCode } from '../core/errors.ts'
import { escapeXml, xmlDeclaration } from '../protocol/xml.ts'

/** What IAM and STS call otherwise than S3: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html */
const codes: Partial<Record<ErrorCode, ErrorCode>> = {
  AuthorizationHeaderMalformed: 'IncompleteSignature',
  AuthorizationQueryParametersError: 'IncompleteSignature',
  InternalError: 'InternalFailure',
  InvalidAccessKeyId: 'InvalidClientTokenId',
  InvalidToken: 'InvalidClientTokenId',
  SlowDown: 'Throttling',
}

/** An error as the query services word it. */
export function asQueryError(error: S3Error): S3Error {
  const code = codes[error.code]
  if (!code) return error
  const message = code === 'IncompleteSignature' ? error.message : undefined
  return new S3Error(code, { message, cause: error })
}

/** The document of an error. */
export function errorDocument(
  { code, message, status }: S3Error,
  namespace: string,
  requestId: string,
): string {
  const type = status < 500 ? 'Sender' : 'Receiver'
  const error = `<Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message>`
  return `${xmlDeclaration}<ErrorResponse xmlns="${namespace}"><Error>${error}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`
}
