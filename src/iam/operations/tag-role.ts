import { operation } from '../operation.ts'
import { tagsFrom } from '../tags.ts'

export const tagRole = operation('TagRole', ({ input, projectId, core }) =>
  core.iam.tags.put(projectId, { kind: 'role', name: input.RoleName }, tagsFrom(input.Tags)),
)
