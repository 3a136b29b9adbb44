import { operation } from '../operation.ts'
import { paging } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'
import { tagsOutput } from '../tags.ts'

export const listUserTags = operation('ListUserTags', async ({ input, projectId, core }) => {
  const page = await core.iam.tags.list(projectId, { kind: 'user', name: input.UserName }, paging(input))
  return { Tags: tagsOutput(page.items), ...pageOutput(page) }
})
