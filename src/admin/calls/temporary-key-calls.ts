import { getProject } from '../../core/projects/get-project.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

export const temporaryKeyCalls = ({ catalog, iam }: Pick<Core, 'catalog' | 'iam'>) => ({
  revokeSessions: async ({ project, ...identity }: InputOf<'revokeSessions'>) => {
    const { id } = await getProject(catalog, project)
    await iam.revokeSessions(id, identity)
  },
})
