import { operation } from '../operation.ts'

export const detachUserPolicy = operation('DetachUserPolicy', ({ input, projectId, core }) =>
  core.iam.attachments.detach(projectId, { kind: 'user', name: input.UserName }, input.PolicyArn),
)
