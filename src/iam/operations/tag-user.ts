import { operation } from '../operation.ts'
import { tagsFrom } from '../tags.ts'

export const tagUser = operation('TagUser', ({ input, projectId, core }) =>
  core.iam.tags.put(projectId, { kind: 'user', name: input.UserName }, tagsFrom(input.Tags)),
)
