import type { Parts } from '../parts.ts'
import type { GranteeLookup } from './requested-acl.ts'

/** Finds grantees in the metadata. E-mail addresses are rare enough to be looked for one by one. */
export const granteeLookup = ({ metadata }: Pick<Parts, 'metadata'>): GranteeLookup => ({
  byCanonicalId: (id) => metadata.catalog.findProjectByCanonicalId(id),
  byEmail: async (email) => {
    const projects = await metadata.listProjects()
    return projects.find((project) => project.email?.toLowerCase() === email.toLowerCase())
  },
})
