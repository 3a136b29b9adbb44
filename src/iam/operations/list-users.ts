import { listedUser } from '../entity-output.ts'
import { operation } from '../operation.ts'
import { listing } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'

export const listUsers = operation('ListUsers', async ({ input, projectId, core }) => {
  const page = await core.iam.users.list(projectId, listing(input))
  return { Users: page.items.map(listedUser), ...pageOutput(page) }
})
