import { operation } from '../operation.ts'
import { tagsFrom } from '../tags.ts'

export const tagPolicy = operation('TagPolicy', ({ input, projectId, core }) =>
  core.iam.tags.put(projectId, { kind: 'policy', arn: input.PolicyArn }, tagsFrom(input.Tags)),
)
