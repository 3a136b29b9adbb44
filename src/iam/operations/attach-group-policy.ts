import { operation } from '../operation.ts'

export const attachGroupPolicy = operation('AttachGroupPolicy', ({ input, projectId, core }) =>
  core.iam.attachments.attach(projectId, { kind: 'group', name: input.GroupName }, input.PolicyArn),
)
