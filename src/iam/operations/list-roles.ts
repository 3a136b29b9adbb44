import { listedRole } from '../entity-output.ts'
import { operation } from '../operation.ts'
import { listing } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'

export const listRoles = operation('ListRoles', async ({ input, projectId, core }) => {
  const page = await core.iam.roles.list(projectId, listing(input))
  return { Roles: page.items.map(listedRole), ...pageOutput(page) }
})
