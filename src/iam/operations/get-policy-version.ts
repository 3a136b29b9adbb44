import { operation } from '../operation.ts'
import { documentText, versionOutput } from '../policy-output.ts'

export const getPolicyVersion = operation('GetPolicyVersion', async ({ input, projectId, core }) => {
  const version = await core.iam.policyVersions.get(projectId, input.PolicyArn, input.VersionId)
  return { PolicyVersion: { ...versionOutput(version), Document: documentText(version.document) } }
})
