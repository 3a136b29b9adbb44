import { S3Error } from '../errors.ts'
import { getProject } from '../projects/get-project.ts'
import { scopePolicy, type KeyScope } from '../credentials/key-scope.ts'
import { checkKeyPolicy } from './key-policy.ts'
import { hashOf, linkSecretOf, newApiKeyId, newToken } from './token.ts'
import type { ApiKey, NewApiKey } from './api-key.ts'
import type { Parts } from '../parts.ts'

export interface WantedApiKey {
  /** The project's name. */
  readonly project: string
  readonly name: string
  readonly scope?: KeyScope | undefined
  /** See `ApiKey`; in place of a scope. */
  readonly policy?: string | undefined
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | undefined
}

type KeyParts = Pick<Parts, 'metadata' | 'clock'>

/** Throws NoSuchEntity, MalformedPolicy, or InvalidArgument for an expiry that has passed. */
export const createApiKey =
  ({ metadata, clock }: KeyParts) =>
  async ({ project: projectName, name, expiresAt, ...wanted }: WantedApiKey): Promise<NewApiKey> => {
    const policy = policyOf(wanted)
    const now = clock.now()
    if (expiresAt !== undefined && expiresAt <= now) throw expired()
    const id = newApiKeyId()
    const token = newToken(id)
    return metadata.transaction(async (tx) => {
      const project = await getProject(tx, projectName)
      const key: ApiKey = {
        id,
        projectId: project.id,
        name,
        hash: hashOf(token),
        linkSecret: linkSecretOf(token),
        status: 'active',
        policy,
        createdAt: now,
        expiresAt,
        lastUsedAt: undefined,
      }
      await tx.apiKeys.create(key)
      return { key, token }
    })
  }

function policyOf({ scope, policy }: Pick<WantedApiKey, 'scope' | 'policy'>): string | undefined {
  if (scope && policy !== undefined) throw twice()
  if (policy !== undefined) checkKeyPolicy(policy)
  return policy ?? (scope && scopePolicy(scope))
}

const twice = () =>
  new S3Error('InvalidArgument', {
    message: 'A key has either a scope or a policy of its own.',
    detail: { ArgumentName: 'policy' },
  })
const expired = () =>
  new S3Error('InvalidArgument', {
    message: 'The key would have expired already.',
    detail: { ArgumentName: 'expiresAt' },
  })
