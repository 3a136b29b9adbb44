import { operation } from '../operation.ts'

export const deleteRolePolicy = operation('DeleteRolePolicy', ({ input, projectId, core }) =>
  core.iam.inlinePolicies.delete(projectId, { kind: 'role', name: input.RoleName }, input.PolicyName),
)
