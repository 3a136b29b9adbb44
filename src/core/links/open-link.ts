import { S3Error } from '../errors.ts'
import { findBearerOf } from '../api-keys/find-bearer.ts'
import { isSignatureOf, parseLinkToken } from './link-token.ts'
import type { Bearer } from '../api-keys/bearer.ts'
import type { LinkMethod, OpenedLink, SharedLink } from './link.ts'
import type { Parts } from '../parts.ts'

export interface ShownLink {
  readonly token: string
  /** As it stands in the query. */
  readonly expires: string
  readonly method: LinkMethod
}

type LinkParts = Pick<Parts, 'metadata' | 'clock'>

/** Who signed a link, and what for. Throws AccessDenied for one that was changed, revoked or used up, or whose key is gone; ExpiredToken. */
export const openLink = (parts: LinkParts) => {
  const findSigner = findBearerOf(parts)
  return async ({ token, expires: text, method }: ShownLink): Promise<OpenedLink> => {
    const claim = parseLinkToken(token)
    if (claim?.method !== method || !/^\d{1,12}$/.test(text)) throw notValid()
    const { keyId, signature, ...named } = claim
    const terms = { ...named, expires: Number(text) }
    const { key, caller } = await findSigner(keyId).catch(asNotValid)
    const signing = { projectId: caller.project.id, keyId, linkSecret: key.linkSecret }
    if (!isSignatureOf(signature, signing, terms)) throw notValid()
    if (terms.expires * 1000 <= parts.clock.now())
      throw new S3Error('ExpiredToken', { message: 'The link has expired.' })
    return { key, caller, terms, shared: await findShared(parts, terms.linkId) }
  }
}

async function findShared({ metadata }: LinkParts, id: string | undefined): Promise<SharedLink | undefined> {
  if (id === undefined) return undefined
  const shared = await metadata.links.find(id)
  if (!shared) throw new S3Error('AccessDenied', { message: 'The link has been revoked.' })
  if (shared.usedAt !== undefined) throw usedUp()
  return shared
}

/** Uses a single-use link up; nothing to do for others. Throws AccessDenied when somebody was faster. */
export const useLink =
  ({ metadata, clock }: LinkParts) =>
  async ({ shared }: Pick<OpenedLink, 'shared'>): Promise<void> => {
    if (!shared?.isSingleUse) return
    const isFirst = await metadata.transaction((tx) => tx.links.use(shared.id, clock.now()))
    if (!isFirst) throw usedUp()
  }

function asNotValid(cause: unknown): Bearer {
  throw cause instanceof S3Error && cause.code === 'InvalidAccessKeyId' ? notValid(cause) : cause
}

const notValid = (cause?: unknown) =>
  new S3Error('AccessDenied', { message: 'The link is not valid, or is not for this.', cause })
const usedUp = () => new S3Error('AccessDenied', { message: 'The link was for one use, and has been used.' })
