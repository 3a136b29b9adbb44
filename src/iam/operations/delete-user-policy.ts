import { operation } from '../operation.ts'

export const deleteUserPolicy = operation('DeleteUserPolicy', ({ input, projectId, core }) =>
  core.iam.inlinePolicies.delete(projectId, { kind: 'user', name: input.UserName }, input.PolicyName),
)
