import { operation } from '../operation.ts'
import { documentText } from '../policy-output.ts'

export const getUserPolicy = operation('GetUserPolicy', async ({ input, projectId, core }) => {
  const { name, document } = await core.iam.inlinePolicies.get(
    projectId,
    { kind: 'user', name: input.UserName },
    input.PolicyName,
  )
  return { UserName: input.UserName, PolicyName: name, PolicyDocument: documentText(document) }
})
