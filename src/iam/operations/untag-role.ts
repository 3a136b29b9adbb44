import { operation } from '../operation.ts'

export const untagRole = operation('UntagRole', ({ input, projectId, core }) =>
  core.iam.tags.remove(projectId, { kind: 'role', name: input.RoleName }, input.TagKeys),
)
