import { operation } from '../operation.ts'

export const detachGroupPolicy = operation('DetachGroupPolicy', ({ input, projectId, core }) =>
  core.iam.attachments.detach(projectId, { kind: 'group', name: input.GroupName }, input.PolicyArn),
)
