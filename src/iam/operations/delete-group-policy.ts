import { operation } from '../operation.ts'

export const deleteGroupPolicy = operation('DeleteGroupPolicy', ({ input, projectId, core }) =>
  core.iam.inlinePolicies.delete(projectId, { kind: 'group', name: input.GroupName }, input.PolicyName),
)
