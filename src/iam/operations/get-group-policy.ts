import { operation } from '../operation.ts'
import { documentText } from '../policy-output.ts'

export const getGroupPolicy = operation('GetGroupPolicy', async ({ input, projectId, core }) => {
  const { name, document } = await core.iam.inlinePolicies.get(
    projectId,
    { kind: 'group', name: input.GroupName },
    input.PolicyName,
  )
  return { GroupName: input.GroupName, PolicyName: name, PolicyDocument: documentText(document) }
})
