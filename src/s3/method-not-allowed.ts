import { S3Error } from '../core/errors.ts'
import { matchOperation, type MatchRequest } from './match.ts'

const methods = ['DELETE', 'GET', 'HEAD', 'POST', 'PUT']

/** The answer to a method that the address knows nothing of, with those that it knows. */
export function methodNotAllowed(request: MatchRequest): S3Error {
  const allowed = methods.filter((method) => matchOperation({ ...request, method }) !== undefined)
  return new S3Error('MethodNotAllowed', {
    detail: { Method: request.method, ResourceType: request.level.toUpperCase() },
    headers: { Allow: allowed.join(', ') },
  })
}
