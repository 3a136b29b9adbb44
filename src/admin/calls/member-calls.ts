import { getProject } from '../../core/projects/get-project.ts'
import { isoTime } from '../../lib/iso-time.ts'
import { reaches } from '../../core/operators/actor.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'
import type { Operator } from '../../core/operators/operator.ts'

export const memberCalls = ({ catalog, operators }: Pick<Core, 'catalog' | 'operators'>) => ({
  listMembers: async ({ project }: InputOf<'listMembers'>) => {
    const { id } = await getProject(catalog, project)
    const members = (await operators.list()).filter((operator) =>
      reaches({ projects: projectsOf(operator) }, id),
    )
    return { members: members.map(memberOutput) }
  },
})

/** Operators are confined to none. */
const projectsOf = ({ role, projects }: Operator) => (role === 'operator' ? undefined : projects)

const memberOutput = (operator: Operator) => {
  const { name, role, status, signedInAt } = operator
  return {
    name,
    role,
    isOfAll: projectsOf(operator) === undefined,
    status,
    signedInAt: signedInAt === undefined ? null : isoTime(signedInAt),
  }
}
