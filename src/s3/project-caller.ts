import { S3Error } from '../core/errors.ts'
import type { Caller, ProjectCaller } from '../core/caller.ts'

/** The caller of an operation that only makes sense with an account. Throws AccessDenied for an anonymous one. */
export function projectOf(caller: Caller): ProjectCaller {
  if (caller.kind === 'project') return caller
  throw new S3Error('AccessDenied')
}
