import { S3Error } from '../errors.ts'
import { refuseClosed } from '../projects/refuse-closed.ts'
import { rateLimitsOf } from '../usage/rates.ts'
import { limitsOf } from './key-policy.ts'
import { idOfToken, isTokenOf } from './token.ts'
import type { Bearer } from './bearer.ts'
import type { Parts } from '../parts.ts'

type KeyParts = Pick<Parts, 'metadata' | 'clock'>

/** Who shows a token. Throws InvalidAccessKeyId for one that is malformed, unknown or replaced, and what `findBearerOf` throws. */
export const findBearer = (parts: KeyParts) => {
  const findById = findBearerOf(parts)
  return async (token: string): Promise<Bearer> => {
    const id = idOfToken(token)
    if (id === undefined) throw unknown('The API key is not one of this server, or was not copied whole.')
    const bearer = await findById(id)
    if (isTokenOf(token, bearer.key.hash)) return bearer
    throw unknown('The API key is not known.')
  }
}

/** The same by the key's id, for what the key has signed. Throws InvalidAccessKeyId for a key that is gone or disabled, ExpiredToken, AccountProblem. */
export const findBearerOf =
  ({ metadata: { catalog }, clock }: KeyParts) =>
  async (id: string): Promise<Bearer> => {
    const key = await catalog.findApiKey(id)
    const project = key?.status === 'active' ? await catalog.findProject(key.projectId) : undefined
    if (!key || !project) throw unknown('The API key is not known.')
    refuseClosed(project)
    if (key.expiresAt !== undefined && key.expiresAt <= clock.now()) {
      throw new S3Error('ExpiredToken', { message: 'The API key has expired.' })
    }
    const rates = rateLimitsOf(project)
    const caller = { kind: 'project', project, accessKeyId: key.id, limits: limitsOf(key), rates } as const
    return { key, caller }
  }

const unknown = (message: string) => new S3Error('InvalidAccessKeyId', { message })
