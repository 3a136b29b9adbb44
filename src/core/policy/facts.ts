import type { Caller, ProjectCaller } from '../caller.ts'
import type { ContextValues } from './language/context.ts'
import { rootArn, type Requester } from './language/principal.ts'
import type { Resource } from './resource.ts'
import type { Tags } from '../objects/object-version.ts'

/** How the Principal element of a policy names a caller. */
export const requesterOf = (caller: Caller): Requester =>
  caller.kind === 'anonymous'
    ? { kind: 'anonymous' }
    : {
        kind: 'aws',
        accountId: caller.project.id,
        canonicalId: caller.project.canonicalId,
        arns: caller.principal?.arns ?? [rootArn(caller.project.id)],
      }

/** What conditions may ask: of the resource first, then of the caller, then of the request itself. */
export const factsOf =
  (caller: Caller, resource: Resource): ContextValues =>
  (key) => {
    const slash = key.indexOf('/')
    if (slash >= 0)
      return tagValue(resource, key.slice(0, slash), key.slice(slash + 1)) ?? factOfCaller(caller, key)
    return resourceFacts.get(key)?.(resource) ?? factOfCaller(caller, key)
  }

function tagValue(
  { version, requestTags, bucket, newBucket }: Resource,
  kind: string,
  name: string,
): readonly string[] | undefined {
  if (kind === 's3:existingobjecttag') return valueIn(version?.attributes.tags, name)
  if (kind === 's3:requestobjecttag') return valueIn(requestTags, name)
  if (kind === 'aws:requesttag') return valueIn(newBucket?.tags, name)
  const isOfBucket = kind === 'aws:resourcetag' || kind === 's3:buckettag'
  if (!isOfBucket || bucket?.configuration.abac !== 'Enabled') return undefined
  return valueIn(bucket.configuration.tags, name)
}

function valueIn(tags: Tags | undefined, name: string): readonly string[] | undefined {
  const tag = tags?.find(({ key }) => key === name)
  return tag && [tag.value]
}

const account = ({ bucket }: Resource) => bucket && [bucket.projectId]

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys */
const resourceFacts: ReadonlyMap<string, (resource: Resource) => readonly string[] | undefined> = new Map([
  ['s3:versionid', ({ versionId }: Resource) => valuesOf(versionId)],
  ['s3:prefix', ({ prefix }: Resource) => valuesOf(prefix)],
  ['s3:locationconstraint', ({ newBucket }: Resource) => valuesOf(newBucket?.locationConstraint)],
  ['s3:requestobjecttagkeys', ({ requestTags }: Resource) => keysOf(requestTags)],
  ['s3:resourceaccount', account],
  ['aws:resourceaccount', account],
  ['aws:tagkeys', ({ newBucket }: Resource) => keysOf(newBucket?.tags)],
])

/** A request without tags has no keys of tags, not none of them. */
const keysOf = (tags: Tags = []) => (tags.length > 0 ? tags.map(({ key }) => key) : undefined)

const valuesOf = (value: string | undefined) => (value === undefined ? undefined : [value])

/** What is known of the caller, then of the request itself. */
export const factOfCaller = (caller: Caller, key: string): readonly string[] | undefined =>
  factOfPrincipal(caller, key) ?? caller.request?.(key)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties */
function factOfPrincipal(caller: Caller, key: string): readonly string[] | undefined {
  if (caller.kind === 'anonymous') return anonymousFacts.get(key)
  if (key === 'aws:principalaccount') return [caller.project.id]
  return (
    factOfSession(caller, key) ?? (caller.principal ? caller.principal.facts(key) : factOfRoot(caller, key))
  )
}

const anonymousFacts: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:principaltype', ['Anonymous']],
  ['aws:userid', ['anonymous']],
])

function factOfRoot({ project: { id } }: ProjectCaller, key: string): readonly string[] | undefined {
  switch (key) {
    case 'aws:principaltype':
      return ['Account']
    case 'aws:principalarn':
      return [rootArn(id)]
    case 'aws:userid':
      return [id]
    default:
      return undefined
  }
}

function factOfSession({ session }: ProjectCaller, key: string): readonly string[] | undefined {
  // Ceph's key, for whether the credentials are temporary ones.
  if (key === 'sts:authentication') return [String(session !== undefined)]
  return session && key === 'aws:tokenissuetime' ? [new Date(session.issuedAt).toISOString()] : undefined
}
