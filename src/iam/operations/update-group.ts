import { operation } from '../operation.ts'

export const updateGroup = operation('UpdateGroup', ({ input, projectId, core }) =>
  core.iam.groups.update(projectId, input.GroupName, { newName: input.NewGroupName, newPath: input.NewPath }),
)
