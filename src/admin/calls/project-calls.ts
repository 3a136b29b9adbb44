import { projectQuotaOutput, ratesOutput } from '../bounds-output.ts'
import { isoTime } from '../../lib/iso-time.ts'
import { reaches } from '../../core/operators/actor.ts'
import type { CallContext } from '../call-context.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf, OutputOf } from '../contract.ts'
import type { DescribedProject } from '../../core/projects/describe-project.ts'

interface ProjectParts {
  readonly core: Pick<Core, 'projects'>
  readonly onFault: (error: unknown) => void
  /** Ends a deletion that goes on after its call was answered. */
  readonly signal: AbortSignal
}

type DeletionOutput = OutputOf<'getDeletion'>

export function projectCalls({ core: { projects }, onFault, signal }: ProjectParts) {
  const describe = async ({ name }: { readonly name: string }) => projectOutput(await projects.describe(name))
  const deletionOf = async (id: string): Promise<DeletionOutput> => {
    const { problem, objects = 0, bytes = 0, projectId } = (await projects.findDeletion(id)) ?? {}
    const state = problem === undefined ? 'running' : 'blocked'
    return { id, state: projectId === undefined ? 'done' : state, problem: problem ?? null, objects, bytes }
  }
  return {
    listProjects: async (_input: InputOf<'listProjects'>, { actor }: CallContext) => {
      const all = await projects.list()
      return { projects: all.filter(({ project }) => reaches(actor, project.id)).map(projectOutput) }
    },
    getProject: describe,
    createProject: async (input: InputOf<'createProject'>) => describe(await projects.create(input)),
    renameProject: async ({ name, newName }: InputOf<'renameProject'>) =>
      describe(await projects.rename(name, newName)),
    setProjectState: async ({ name, state }: InputOf<'setProjectState'>) =>
      describe(await (state === 'active' ? projects.resume(name) : projects.suspend(name))),
    limitProject: async ({ name, ...limits }: InputOf<'limitProject'>) =>
      describe(await projects.limit(name, limits)),
    deleteProject: ({ name }: InputOf<'deleteProject'>) => projects.delete(name),
    deleteProjectWithEverything: async ({
      name,
      confirm,
    }: InputOf<'deleteProjectWithEverything'>): Promise<DeletionOutput> => {
      const { id } = await projects.beginDeletion(name, { confirm })
      const begun = await deletionOf(id)
      void projects.runDeletions({ signal }).catch((error: unknown) => {
        if (!signal.aborted) onFault(error)
      })
      return begun
    },
    getDeletion: ({ id }: InputOf<'getDeletion'>) => deletionOf(id),
  }
}

const projectOutput = ({ project, usage }: DescribedProject) => ({
  id: project.id,
  name: project.name,
  canonicalId: project.canonicalId,
  email: project.email ?? null,
  namespace: project.namespace === '' ? ('shared' as const) : ('own' as const),
  state: project.state ?? ('active' as const),
  quota: projectQuotaOutput(project.quota),
  rates: ratesOutput(project.rates),
  usage,
  createdAt: isoTime(project.createdAt),
})
