import { operation } from '../operation.ts'

export const putUserPolicy = operation('PutUserPolicy', ({ input, projectId, core }) =>
  core.iam.inlinePolicies.put(
    projectId,
    { kind: 'user', name: input.UserName },
    {
      name: input.PolicyName,
      document: input.PolicyDocument,
    },
  ),
)
