import type { ProjectCaller } from '../../src/core/caller.ts'
import type { Project } from '../../src/core/projects/project.ts'
import type { GranteeLookup } from '../../src/core/policy/requested-acl.ts'

const project = (name: string, digit: string): Project => ({
  id: `project-${name}`,
  name,
  canonicalId: digit.repeat(64),
  email: `${name}@example.org`,
  namespace: '',
  createdAt: 0,
})

export const alice = project('alice', 'a')
export const bob = project('bob', 'b')

export const callerOf = (owner: Project): ProjectCaller => ({
  kind: 'project',
  project: owner,
  accessKeyId: 'AK',
})

const all = [alice, bob]
export const lookup: GranteeLookup = {
  byCanonicalId: (id) => Promise.resolve(all.find(({ canonicalId }) => canonicalId === id)),
  byEmail: (email) => Promise.resolve(all.find((candidate) => candidate.email === email)),
}
