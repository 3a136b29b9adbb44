import { operation } from '../operation.ts'

export const attachUserPolicy = operation('AttachUserPolicy', ({ input, projectId, core }) =>
  core.iam.attachments.attach(projectId, { kind: 'user', name: input.UserName }, input.PolicyArn),
)
