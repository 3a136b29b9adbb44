import { defaultProject } from '../core/credentials/ensure-root.ts'
import { S3Error } from '../core/errors.ts'
import { rootKeyName } from '../core/operators/root-key.ts'
import type { Actor } from '../core/operators/actor.ts'

/** A root key opens this API: throws AccessDenied for who would make one without being an operator. */
export function refuseRootName(
  actor: Actor,
  { project, name }: { readonly project: string; readonly name: string },
): void {
  if (actor.role === 'operator' || project !== defaultProject || name !== rootKeyName) return
  throw new S3Error('AccessDenied', { message: 'Only operators make root keys of the server.' })
}
