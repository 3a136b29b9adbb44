import { S3Error } from '../errors.ts'
import { defaultProject } from '../credentials/ensure-root.ts'
import { getProject } from './get-project.ts'
import { checkProjectName, refuseTaken } from './project-name.ts'
import type { Parts } from '../parts.ts'
import type { Project } from './project.ts'
import { patched, type Patch } from '../usage/patch.ts'
import type { ProjectQuota } from '../usage/quota.ts'
import type { Rates } from '../usage/rates.ts'

type ChangeParts = Pick<Parts, 'metadata'>

/** Its id stays, and with it the namespace, the blobs and what policies say. Throws as createProject does, and NoSuchEntity. */
export const renameProject =
  ({ metadata }: ChangeParts) =>
  async (name: string, newName: string): Promise<Project> => {
    checkProjectName(newName)
    refuseDefault(name, 'InvalidArgument')
    return metadata.transaction(async (tx) => {
      const project = await getProject(tx, name)
      if (newName === name) return project
      await refuseTaken(tx, newName)
      const renamed = { ...project, name: newName }
      await tx.putProject(renamed)
      return renamed
    })
  }

/** From now on whatever is asked in its name, or of its buckets, is refused with AccountProblem. Throws NoSuchEntity, DeleteConflict while it is being deleted. */
export const suspendProject = (parts: ChangeParts) => async (name: string) => {
  refuseDefault(name, 'InvalidArgument')
  return change(parts, name, (project) => ({ ...project, state: 'suspended' }))
}

/** Throws NoSuchEntity, DeleteConflict while it is being deleted. */
export const resumeProject = (parts: ChangeParts) => (name: string) =>
  change(parts, name, ({ state: _state, ...project }) => project)

export interface ProjectLimits {
  readonly quota?: Patch<ProjectQuota> | undefined
  readonly rates?: Patch<Rates> | undefined
}

/** Hold for what is asked from now on. Throws NoSuchEntity, DeleteConflict while it is being deleted. */
export const limitProject = (parts: ChangeParts) => (name: string, limits: ProjectLimits) =>
  change(parts, name, ({ quota: oldQuota, rates: oldRates, ...project }) => {
    const quota = patched(oldQuota, limits.quota ?? {})
    const rates = patched(oldRates, limits.rates ?? {})
    return { ...project, ...(quota && { quota }), ...(rates && { rates }) }
  })

const change = (
  { metadata }: ChangeParts,
  name: string,
  make: (project: Project) => Project,
): Promise<Project> =>
  metadata.transaction(async (tx) => {
    const project = await getProject(tx, name)
    if (project.state === 'deleting')
      throw new S3Error('DeleteConflict', { message: `The project ${name} is being deleted.` })
    const changed = make(project)
    await tx.putProject(changed)
    return changed
  })

/** The root credentials look for it by its name. */
export function refuseDefault(name: string, code: 'InvalidArgument' | 'DeleteConflict'): void {
  if (name !== defaultProject) return
  throw new S3Error(code, {
    message: 'The project of the root credentials can be neither renamed, suspended nor deleted.',
    detail: { ArgumentName: 'name', ArgumentValue: name },
  })
}
