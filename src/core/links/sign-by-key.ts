import { S3Error } from '../errors.ts'
import { findBearerOf } from '../api-keys/find-bearer.ts'
import { signLink, type SignedLink, type WantedLink } from './sign-link.ts'
import type { Parts } from '../parts.ts'

interface Signer {
  readonly projectId: string
  readonly apiKeyId: string
}

/** The same in the name of a key of the project, by the key's id. Throws NoSuchEntity for another project's, and what `findBearerOf` throws. */
export const signLinkByKey = (parts: Pick<Parts, 'metadata' | 'clock' | 'ids'>) => {
  const findSigner = findBearerOf(parts)
  const sign = signLink(parts)
  return async ({ projectId, apiKeyId }: Signer, wanted: WantedLink): Promise<SignedLink> => {
    const bearer = await findSigner(apiKeyId)
    if (bearer.caller.project.id === projectId) return sign(bearer, wanted)
    throw new S3Error('NoSuchEntity', { message: `The project has no API key ${apiKeyId}.` })
  }
}
