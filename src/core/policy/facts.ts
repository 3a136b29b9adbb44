import type { Caller } from '../caller.ts'
import type { ContextValues } from './language/context.ts'
import type { Requester } from './language/principal.ts'
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
        arns: [rootArn(caller.project.id)],
      }

const rootArn = (accountId: string) => `arn:aws:iam::${accountId}:root`

/** What conditions may ask: of the resource first, then of the caller, then of the request itself. */
export const factsOf =
  (caller: Caller, resource: Resource): ContextValues =>
  (key) => {
    const slash = key.indexOf('/')
    if (slash >= 0)
      return tagValue(resource, key.slice(0, slash), key.slice(slash + 1)) ?? caller.request?.(key)
    return factOfResource(resource, key) ?? factOfCaller(caller, key) ?? caller.request?.(key)
  }

function tagValue(
  { version, requestTags, bucket }: Resource,
  kind: string,
  name: string,
): readonly string[] | undefined {
  if (kind === 's3:existingobjecttag') return valueIn(version?.attributes.tags, name)
  if (kind === 's3:requestobjecttag') return valueIn(requestTags, name)
  const isOfBucket = kind === 'aws:resourcetag' || kind === 's3:buckettag'
  if (!isOfBucket || bucket?.configuration.abac !== 'Enabled') return undefined
  return valueIn(bucket.configuration.tags, name)
}

function valueIn(tags: Tags | undefined, name: string): readonly string[] | undefined {
  const tag = tags?.find(({ key }) => key === name)
  return tag && [tag.value]
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys */
function factOfResource(resource: Resource, key: string): readonly string[] | undefined {
  switch (key) {
    case 's3:versionid':
      return resource.versionId === undefined ? undefined : [resource.versionId]
    case 's3:prefix':
      return resource.prefix === undefined ? undefined : [resource.prefix]
    case 's3:requestobjecttagkeys':
      return resource.requestTags?.map((tag) => tag.key)
    case 's3:resourceaccount':
    case 'aws:resourceaccount':
      return resource.bucket && [resource.bucket.projectId]
    default:
      return undefined
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties */
function factOfCaller(caller: Caller, key: string): readonly string[] | undefined {
  if (key === 'aws:principaltype') return [caller.kind === 'project' ? 'Account' : 'Anonymous']
  if (caller.kind !== 'project') return key === 'aws:userid' ? ['anonymous'] : undefined
  switch (key) {
    case 'aws:principalarn':
      return [rootArn(caller.project.id)]
    case 'aws:principalaccount':
    case 'aws:userid':
      return [caller.project.id]
    default:
      return undefined
  }
}
