import { operation } from '../operation.ts'

export const updateAssumeRolePolicy = operation('UpdateAssumeRolePolicy', ({ input, projectId, core }) =>
  core.iam.roles.updateTrustPolicy(projectId, input.RoleName, input.PolicyDocument),
)
