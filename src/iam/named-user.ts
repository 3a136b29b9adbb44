import { S3Error } from '../core/errors.ts'
import type { ProjectCaller } from '../core/caller.ts'

/** The user whom a request names, or the caller itself; undefined is the project's root. Throws ValidationError for a role, which has no name of this kind. */
export function namedUser(
  { UserName }: { readonly UserName?: string | undefined },
  { principal }: ProjectCaller,
): string | undefined {
  if (UserName !== undefined || !principal) return UserName
  if (principal.userName !== undefined) return principal.userName
  throw new S3Error('ValidationError', {
    message: 'Must specify userName when calling with non-User credentials',
  })
}
