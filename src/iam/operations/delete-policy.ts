import { operation } from '../operation.ts'

export const deletePolicy = operation('DeletePolicy', ({ input, projectId, core }) =>
  core.iam.policies.delete(projectId, input.PolicyArn),
)
