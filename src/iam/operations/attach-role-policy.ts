import { operation } from '../operation.ts'

export const attachRolePolicy = operation('AttachRolePolicy', ({ input, projectId, core }) =>
  core.iam.attachments.attach(projectId, { kind: 'role', name: input.RoleName }, input.PolicyArn),
)
