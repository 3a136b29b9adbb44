import { operation } from '../operation.ts'
import { versionOutput } from '../policy-output.ts'

export const createPolicyVersion = operation('CreatePolicyVersion', async ({ input, projectId, core }) => {
  const version = await core.iam.policyVersions.create(projectId, input.PolicyArn, {
    document: input.PolicyDocument,
    setAsDefault: input.SetAsDefault,
  })
  return { PolicyVersion: versionOutput(version) }
})
