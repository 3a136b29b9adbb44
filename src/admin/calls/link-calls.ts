import { isoTime } from '../../lib/iso-time.ts'
import { getProject } from '../../core/projects/get-project.ts'
import { projectCaller } from '../../core/caller.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { SharedLink } from '../../core/links/link.ts'

const mostLinks = 1000

export const linkCalls = ({ links, buckets, catalog }: Pick<Core, 'links' | 'buckets' | 'catalog'>) => ({
  listLinks: async ({ project }: InputOf<'listLinks'>) => {
    const { id: projectId } = await getProject(catalog, project)
    return { links: (await links.list({ projectId, limit: mostLinks })).map(linkOutput) }
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
