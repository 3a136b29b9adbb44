import { operation } from '../operation.ts'

export const untagUser = operation('UntagUser', ({ input, projectId, core }) =>
  core.iam.tags.remove(projectId, { kind: 'user', name: input.UserName }, input.TagKeys),
)
