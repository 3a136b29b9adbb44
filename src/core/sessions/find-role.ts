import { S3Error } from '../errors.ts'
import { invalidValue } from '../iam/invalid-value.ts'
import { parseArn } from '../iam/arn.ts'
import { refuseClosed } from '../projects/refuse-closed.ts'
import type { Identity } from '../iam/identity.ts'
import type { Parts } from '../parts.ts'

/**
 * The role that an ARN names. Throws ValidationError for what is no ARN, AccessDenied for a role that does not exist: nobody is told which
 * ones there are; AccountProblem when its project is suspended.
 */
export async function getRole(
  { metadata: { catalog } }: Pick<Parts, 'metadata'>,
  arn: string,
): Promise<Identity> {
  const parts = parseArn('role', arn)
  if (!parts) throw invalidValue('roleArn', arn, 'the form of the ARN of a role')
  const project = await catalog.findProject(parts.projectId)
  refuseClosed(project)
  const role = await catalog.findRole(parts.projectId, parts.name)
  if (role?.arn === arn) return role
  throw new S3Error('AccessDenied', {
    message: `Not authorized to perform: sts:AssumeRole on resource: ${arn}`,
  })
}

/** Of the session of a role, a federated user, or a source identity. Throws ValidationError. */
export function checkSessionName(member: string, name: string, longest = 64): string {
  if (/^[\w+=,.@-]{2,}$/.test(name) && name.length <= longest) return name
  throw invalidValue(member, name, `2 to ${String(longest)} letters, digits or any of _+=,.@-`)
}
