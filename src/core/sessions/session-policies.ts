import { S3Error } from '../errors.ts'
import { asDocumentError } from '../iam/policy-document.ts'
import { getByArn } from '../iam/find-entity.ts'
import { compileIdentityPolicy } from '../policy/identity-policy.ts'
import type { ManagedPolicy } from '../iam/entities.ts'
import type { Parts } from '../parts.ts'

/** How a client limits the session that it asks for. */
export interface SessionPolicies {
  /** A document. */
  readonly policy?: string | undefined
  /** Managed policies of the project, taken as they are now. */
  readonly policyArns?: readonly string[] | undefined
}

const mostArns = 10

/**
 * The documents that limit a session; undefined when none is given. Throws MalformedPolicyDocument, ValidationError for too many, NoSuchEntity.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 */
export async function sessionPolicies(
  { metadata: { iam } }: Pick<Parts, 'metadata'>,
  projectId: string,
  { policy, policyArns = [] }: SessionPolicies,
): Promise<readonly string[] | undefined> {
  if (policy === undefined && policyArns.length === 0) return undefined
  if (policyArns.length > mostArns)
    throw new S3Error('ValidationError', {
      message: `A session takes up to ${String(mostArns)} managed policies.`,
    })
  if (policy !== undefined) checkDocument(policy)
  const managed = await Promise.all(
    policyArns.map((arn) => getByArn(iam, projectId, { kind: 'policy', arn })),
  )
  return [...(policy === undefined ? [] : [policy]), ...managed.flatMap(defaultDocument)]
}

function checkDocument(policy: string): void {
  try {
    compileIdentityPolicy('session', policy)
  } catch (error) {
    throw asDocumentError(error)
  }
}

const defaultDocument = ({ versions, defaultVersionId }: ManagedPolicy): readonly string[] =>
  versions.filter(({ id }) => id === defaultVersionId).map(({ document }) => document)
