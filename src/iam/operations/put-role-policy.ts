import { operation } from '../operation.ts'

export const putRolePolicy = operation('PutRolePolicy', ({ input, projectId, core }) =>
  core.iam.inlinePolicies.put(
    projectId,
    { kind: 'role', name: input.RoleName },
    {
      name: input.PolicyName,
      document: input.PolicyDocument,
    },
  ),
)
