import { operation } from '../operation.ts'

export const untagPolicy = operation('UntagPolicy', ({ input, projectId, core }) =>
  core.iam.tags.remove(projectId, { kind: 'policy', arn: input.PolicyArn }, input.TagKeys),
)
