import { operation } from '../operation.ts'
import { documentText } from '../policy-output.ts'

export const getRolePolicy = operation('GetRolePolicy', async ({ input, projectId, core }) => {
  const { name, document } = await core.iam.inlinePolicies.get(
    projectId,
    { kind: 'role', name: input.RoleName },
    input.PolicyName,
  )
  return { RoleName: input.RoleName, PolicyName: name, PolicyDocument: documentText(document) }
})
