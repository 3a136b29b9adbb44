import { operation } from '../operation.ts'

export const putGroupPolicy = operation('PutGroupPolicy', ({ input, projectId, core }) =>
  core.iam.inlinePolicies.put(
    projectId,
    { kind: 'group', name: input.GroupName },
    {
      name: input.PolicyName,
      document: input.PolicyDocument,
    },
  ),
)
