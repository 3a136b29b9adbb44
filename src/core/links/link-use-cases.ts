import { S3Error } from '../errors.ts'
import { openLink, useLink } from './open-link.ts'
import { signLinkByKey } from './sign-by-key.ts'
import { signLink } from './sign-link.ts'
import type { LinkQuery } from './link-store.ts'
import type { Parts } from '../parts.ts'

/** What can be done with signed links. */
export const linkUseCases = (parts: Parts) => ({
  sign: signLink(parts),
  signByKey: signLinkByKey(parts),
  open: openLink(parts),
  use: useLink(parts),
  /** Those on record. */
  list: (query: LinkQuery) => parts.metadata.links.list(query),
  /** Throws NoSuchEntity. */
  revoke: async (projectId: string, id: string): Promise<void> => {
    if (await parts.metadata.transaction((tx) => tx.links.remove(projectId, id))) return
    throw new S3Error('NoSuchEntity', { message: `There is no link ${id}.` })
  },
  forgetExpired: () => {
    const now = parts.clock.now()
    return parts.metadata.transaction((tx) => tx.links.forgetExpired(now))
  },
})
