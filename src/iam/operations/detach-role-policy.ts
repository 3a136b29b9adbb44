import { operation } from '../operation.ts'

export const detachRolePolicy = operation('DetachRolePolicy', ({ input, projectId, core }) =>
  core.iam.attachments.detach(projectId, { kind: 'role', name: input.RoleName }, input.PolicyArn),
)
