import type { Exchange } from './exchange.ts'
import type { RequestSubject } from '../http/request-scope.ts'

/** Who asked for what, as far as the face has come to know it. */
export function requestSubject({ access: { caller, wire, bucket, error } }: Exchange): RequestSubject {
  const signed = caller?.kind === 'project' ? caller : undefined
  return {
    keyId: signed?.accessKeyId,
    projectId: bucket?.projectId ?? signed?.project.id,
    bucket: wire?.address.bucket,
    key: wire?.address.key,
    error: error?.code,
  }
}
