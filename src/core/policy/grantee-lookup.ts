import type { Parts } from '../parts.ts'
import type { GranteeLookup } from './requested-acl.ts'

/** Finds grantees in the metadata. E-mail addresses are rare enough to be looked for one by one. */
export const granteeLookup = ({ metadata }: Pick<Parts, 'metadata'>): GranteeLookup => ({
  byCanonicalId: (id) => findGrantee({ metadata }, id),
  byEmail: async (email) => {
    const projects = await metadata.listProjects()
    return projects.find((project) => project.email?.toLowerCase() === email.toLowerCase())
  },
})

/** Whom an id in an ACL stands for: a project by its canonical id, or, as with Ceph, one of its users by the user's own. */
export async function findGrantee(
  { metadata: { catalog } }: Pick<Parts, 'metadata'>,
  id: string,
): Promise<{ readonly name: string } | undefined> {
  const project = await catalog.findProjectByCanonicalId(id)
  if (project) return project
  const identity = await catalog.findIdentity(id)
  return identity?.kind === 'user' ? identity : undefined
}
