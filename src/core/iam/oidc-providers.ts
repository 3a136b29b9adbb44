import { S3Error } from '../errors.ts'
import { checkNewTags } from './tags.ts'
import { checkQuota } from './quotas.ts'
import { createEntity } from './create-entity.ts'
import { getByArn } from './find-entity.ts'
import type { Tags } from '../objects/object-version.ts'
import type { Parts } from '../parts.ts'
import type { OidcProvider } from './entities.ts'

export interface NewOidcProvider {
  readonly url: string
  /** Audiences of its tokens. */
  readonly clientIds?: readonly string[] | undefined
  readonly thumbprints?: readonly string[] | undefined
  readonly tags?: Tags | undefined
}

type Needed = Pick<Parts, 'metadata' | 'clock' | 'ids'>

/** Throws EntityAlreadyExists, InvalidInput or LimitExceeded. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html */
const createProvider =
  ({ metadata, clock, ids }: Needed) =>
  async (
    projectId: string,
    { url, clientIds = [], thumbprints = [], tags = [] }: NewOidcProvider,
  ): Promise<OidcProvider> => {
    const provider: OidcProvider = {
      kind: 'oidc-provider',
      id: ids.entityId('AOID'),
      projectId,
      name: nameOf(url),
      path: '/',
      createdAt: clock.now(),
      tags: checkNewTags(tags),
      url,
      clientIds: checkClientIds(clientIds),
      thumbprints: checkThumbprints(thumbprints),
    }
    return metadata.transaction(async ({ iam }) => {
      await createEntity(iam, provider)
      return provider
    })
  }

const longestText = 255

// AWS takes nothing but https: an issuer on one's own network may have no certificate.
function nameOf(url: string): string {
  const [, name] = /^https?:\/\/([^\s?#@]+?)\/?$/i.exec(url) ?? []
  if (name !== undefined && url.length <= longestText && URL.canParse(url)) return name
  throw new S3Error('InvalidInput', { message: `${url} is not the URL of an OpenID Connect provider.` })
}

function checkClientIds(clientIds: readonly string[]): readonly string[] {
  const bad = clientIds.find((id) => id === '' || id.length > longestText)
  if (bad !== undefined)
    throw new S3Error('InvalidInput', {
      message: `A client ID has 1 to ${String(longestText)} characters.`,
    })
  checkQuota('ClientIdsPerOpenIdConnectProvider', clientIds.length)
  return [...new Set(clientIds)]
}

const thumbprintLength = 40

function checkThumbprints(thumbprints: readonly string[]): readonly string[] {
  if (thumbprints.some((print) => print.length !== thumbprintLength))
    throw new S3Error('InvalidInput', {
      message: `A thumbprint has ${String(thumbprintLength)} characters.`,
    })
  checkQuota('ThumbprintsPerOpenIdConnectProvider', thumbprints.length)
  return thumbprints
}

/** Throws NoSuchEntity, and what `change` throws. */
const changeProvider =
  <Given>(change: (provider: OidcProvider, given: Given) => OidcProvider) =>
  ({ metadata }: Needed) =>
  (projectId: string, arn: string, given: Given): Promise<void> =>
    metadata.transaction(async ({ iam }) => {
      const provider = await getByArn(iam, projectId, { kind: 'oidc-provider', arn })
      await iam.replace(change(provider, given))
    })

/** Without effect for one that is there. */
const addClientId = changeProvider<string>((provider, clientId) => ({
  ...provider,
  clientIds: checkClientIds([...provider.clientIds, clientId]),
}))

/** Without effect for one that is not there. */
const removeClientId = changeProvider<string>((provider, clientId) => ({
  ...provider,
  clientIds: provider.clientIds.filter((id) => id !== clientId),
}))

const updateThumbprints = changeProvider<readonly string[]>((provider, thumbprints) => ({
  ...provider,
  thumbprints: checkThumbprints(thumbprints),
}))

/** Throws NoSuchEntity. */
const deleteProvider =
  ({ metadata }: Needed) =>
  (projectId: string, arn: string): Promise<void> =>
    metadata.transaction(async ({ iam }) =>
      iam.remove(await getByArn(iam, projectId, { kind: 'oidc-provider', arn })),
    )

/** What can be done with OpenID Connect providers. */
export const oidcProviderUseCases = (parts: Needed) => ({
  create: createProvider(parts),
  /** Throws NoSuchEntity. */
  get: (projectId: string, arn: string): Promise<OidcProvider> =>
    getByArn(parts.metadata.iam, projectId, { kind: 'oidc-provider', arn }),
  list: (projectId: string): Promise<readonly OidcProvider[]> =>
    parts.metadata.iam.list({ kinds: ['oidc-provider'], projectIds: [projectId] }),
  addClientId: addClientId(parts),
  removeClientId: removeClientId(parts),
  updateThumbprints: updateThumbprints(parts),
  delete: deleteProvider(parts),
})
