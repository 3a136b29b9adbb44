import { defaultProject } from '../../core/credentials/ensure-root.ts'
import { projectCaller } from '../../core/caller.ts'
import { getProject } from '../../core/projects/get-project.ts'
import type { Core } from '../../core/create-core.ts'
import type { InputOf } from '../contract.ts'

export function deliveryCalls({ buckets, catalog }: Pick<Core, 'buckets' | 'catalog'>) {
  const ownerOf = async (project = defaultProject) => projectCaller(await getProject(catalog, project))
  return {
    getDelivery: async ({ name, project }: InputOf<'getDelivery'>) =>
      buckets.getDelivery(await ownerOf(project), name),
    putDelivery: async ({ name, project, delivery }: InputOf<'putDelivery'>) => {
      const owner = await ownerOf(project)
      await buckets.putDelivery(owner, name, delivery)
      return buckets.getDelivery(owner, name)
    },
  }
}
