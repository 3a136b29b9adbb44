import { S3Error } from '../errors.ts'
import { type Acl, type Grant, type Grantee, type GroupUri, type Permission, groups } from './acl.ts'
import { cannedAcl } from './canned-acl.ts'
import type { Project } from '../projects/project.ts'

const maxGrants = 100

/** A grantee as a client names it. */
export type GivenGrantee =
  { readonly uri: string } | { readonly id: string } | { readonly emailAddress: string }

export interface GivenGrant {
  readonly grantee: GivenGrantee
  readonly permission: Permission
}

/** What a request says of an ACL, in one of three ways. */
export interface AclRequest {
  /** x-amz-acl. */
  readonly canned?: string | undefined
  /** x-amz-grant-*; empty when there are none. */
  readonly grants?: readonly GivenGrant[] | undefined
  /** The AccessControlPolicy in the body. */
  readonly document?:
    { readonly owner: string | undefined; readonly grants: readonly GivenGrant[] } | undefined
}

/** How grantees are found among the projects and their users. */
export interface GranteeLookup {
  /** A user has an id of its own. */
  byCanonicalId(id: string): Promise<object | undefined>
  byEmail(email: string): Promise<Project | undefined>
}

interface Owners {
  readonly owner: string
  readonly bucketOwner: string
}

/**
 * The ACL that a request asks for; undefined when it asks for none. Throws InvalidRequest or UnexpectedContent when it
 * asks in several ways, AccessDenied when it would change the owner, MalformedACLError, InvalidArgument for an unknown
 * group or id, UnresolvableGrantByEmailAddress.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html
 */
export async function resolveAcl(
  { canned, grants = [], document }: AclRequest,
  owners: Owners,
  lookup: GranteeLookup,
): Promise<Acl | undefined> {
  if (document) {
    if (canned !== undefined || grants.length > 0) throw new S3Error('UnexpectedContent')
    checkOwner(document.owner, owners.owner)
    return { owner: owners.owner, grants: await resolveGrants(document.grants, lookup) }
  }
  if (grants.length === 0) return canned === undefined ? undefined : cannedAcl(canned, owners)
  if (canned !== undefined) {
    throw new S3Error('InvalidRequest', {
      message: 'Specifying both Canned ACLs and Header Grants is not allowed',
    })
  }
  return { owner: owners.owner, grants: await resolveGrants(grants, lookup) }
}

function checkOwner(given: string | undefined, owner: string): void {
  if (given === undefined) throw new S3Error('MalformedACLError')
  if (given !== owner) throw new S3Error('AccessDenied')
}

async function resolveGrants(
  grants: readonly GivenGrant[],
  lookup: GranteeLookup,
): Promise<readonly Grant[]> {
  if (grants.length > maxGrants) {
    throw new S3Error('MalformedACLError', { message: `An ACL can have up to ${String(maxGrants)} grants.` })
  }
  return Promise.all(
    grants.map(async ({ grantee, permission }) => ({
      grantee: await resolveGrantee(grantee, lookup),
      permission,
    })),
  )
}

async function resolveGrantee(given: GivenGrantee, lookup: GranteeLookup): Promise<Grantee> {
  if ('uri' in given) {
    if (isGroup(given.uri)) return { group: given.uri }
    throw invalid('Invalid group uri', 'uri', given.uri)
  }
  if ('id' in given) {
    if (await lookup.byCanonicalId(given.id)) return { canonicalId: given.id }
    throw invalid('Invalid id', 'id', given.id)
  }
  const project = await lookup.byEmail(given.emailAddress)
  if (project) return { canonicalId: project.canonicalId }
  throw new S3Error('UnresolvableGrantByEmailAddress', { detail: { EmailAddress: given.emailAddress } })
}

const groupUris: readonly string[] = Object.values(groups)
const isGroup = (uri: string): uri is GroupUri => groupUris.includes(uri)

const invalid = (message: string, ArgumentName: string, ArgumentValue: string) =>
  new S3Error('InvalidArgument', { message, detail: { ArgumentName, ArgumentValue } })
