import { S3Error } from '../errors.ts'
import { checkQuota, quotas } from './quotas.ts'
import { parsePolicy, type Policy } from '../policy/language/policy.ts'
import type { InlinePolicy, PolicyOwner } from './entities.ts'
import type { PolicyKind } from '../policy/language/statement.ts'

const ofIdentity: PolicyKind = { hasPrincipals: false, hasResources: true }
const ofTrust: PolicyKind = { hasPrincipals: true, hasResources: false }

/** Of users, groups, roles and sessions. Throws MalformedPolicyDocument. */
export const parseIdentityPolicy = (document: string): Policy => parse(document, ofIdentity)

/** Who may assume a role. Throws MalformedPolicyDocument, or LimitExceeded for one that is too long. */
export function parseTrustPolicy(document: string): Policy {
  const policy = parse(document, ofTrust)
  checkQuota('AssumeRolePolicySize', lengthOf(document))
  return policy
}

/** Throws MalformedPolicyDocument, or LimitExceeded for one that is too long. */
export function checkManagedPolicy(document: string): void {
  parseIdentityPolicy(document)
  checkQuota('PolicySize', lengthOf(document))
}

const inlineSizes = { user: 'UserPolicySize', group: 'GroupPolicySize', role: 'RolePolicySize' } as const

/** What all the inline policies of an entity may be together. Throws LimitExceeded. */
export function checkInlineSize({ kind, name }: PolicyOwner, policies: readonly InlinePolicy[]): void {
  const most = quotas[inlineSizes[kind]]
  const length = policies.reduce((sum, { document }) => sum + lengthOf(document), 0)
  if (length > most)
    throw new S3Error('LimitExceeded', {
      message: `Maximum policy size of ${String(most)} bytes exceeded for ${kind} ${name}`,
    })
}

/** In characters, without white space. */
const lengthOf = (document: string) => document.replace(/\s/g, '').length

function parse(document: string, kind: PolicyKind): Policy {
  try {
    const policy = parsePolicy(document.trimStart(), kind)
    checkSids(policy)
    return policy
  } catch (error) {
    throw asDocumentError(error)
  }
}

/** IAM has a code of its own for what S3 calls MalformedPolicy. */
export const asDocumentError = (error: unknown): unknown =>
  error instanceof S3Error && error.code === 'MalformedPolicy'
    ? new S3Error('MalformedPolicyDocument', { message: error.message, cause: error })
    : error

function checkSids({ statements }: Policy): void {
  const sids = statements.flatMap(({ sid }) => (sid === undefined || sid === '' ? [] : [sid]))
  if (sids.some((sid) => !/^[0-9A-Za-z]*$/.test(sid)))
    throw malformedDocument('Statement IDs (SID) must be alpha-numeric.')
  if (new Set(sids).size < sids.length)
    throw malformedDocument('Statement IDs (SID) in a single policy must be unique.')
}

const malformedDocument = (message: string) => new S3Error('MalformedPolicyDocument', { message })
