import { isoTime } from '../../lib/iso-time.ts'
import { linkAddress } from '../../http/link-address.ts'
import { getProject } from '../../core/projects/get-project.ts'
import { projectCaller } from '../../core/caller.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { SharedLink } from '../../core/links/link.ts'

const mostLinks = 1000

interface LinkParts {
  readonly core: Pick<Core, 'links' | 'buckets' | 'catalog'>
  /** See the setting; undefined: where the call came to. */
  readonly filesUrl: string | undefined
}

export const linkCalls = ({ core: { links, buckets, catalog }, filesUrl }: LinkParts) => ({
  listLinks: async ({ project }: InputOf<'listLinks'>) => {
    const { id: projectId } = await getProject(catalog, project)
    return { links: (await links.list({ projectId, limit: mostLinks })).map(linkOutput) }
  },
  signLink: async (input: InputOf<'signLink'>, { origin }: CallContext) => {
    const { project, apiKeyId, bucket, key, expiresInSeconds: seconds, isSingleUse, ...form } = input
    const { id: projectId } = await getProject(catalog, project)
    const { download: fileName, transform } = form
    const keep = isSingleUse ? 'once' : 'shared'
    const wanted = { bucket, key, method: 'GET', seconds, fileName, transform, keep } as const
    const shown = await links.signByKey({ projectId, apiKeyId }, wanted)
    const url = linkAddress(filesUrl ?? origin, 'GET', shown)
    return { url, expiresAt: isoTime(shown.expires * 1000) }
  },
  revokeLink: async ({ project, id }: InputOf<'revokeLink'>) =>
    links.revoke((await getProject(catalog, project)).id, id),
  setBucketVisibility: async ({ project, name, isPublic }: InputOf<'setBucketVisibility'>) => {
    const caller = projectCaller(await getProject(catalog, project))
    await buckets.setVisibility(caller, name, { isPublic })
    return { name, isPublic }
  },
})

const linkOutput = ({ projectId: _, ...link }: SharedLink) => ({
  ...link,
  createdAt: isoTime(link.createdAt),
  expiresAt: isoTime(link.expiresAt),
  usedAt: link.usedAt === undefined ? null : isoTime(link.usedAt),
})
