import { operation } from '../operation.ts'

export const deletePolicyVersion = operation('DeletePolicyVersion', ({ input, projectId, core }) =>
  core.iam.policyVersions.delete(projectId, input.PolicyArn, input.VersionId),
)
