import { operation } from '../operation.ts'

export const setDefaultPolicyVersion = operation('SetDefaultPolicyVersion', ({ input, projectId, core }) =>
  core.iam.policyVersions.setDefault(projectId, input.PolicyArn, input.VersionId),
)
