import { groupOutput } from '../entity-output.ts'
import { operation } from '../operation.ts'
import { listing } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'

export const listGroups = operation('ListGroups', async ({ input, projectId, core }) => {
  const page = await core.iam.groups.list(projectId, listing(input))
  return { Groups: page.items.map(groupOutput), ...pageOutput(page) }
})
