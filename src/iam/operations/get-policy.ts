import { operation } from '../operation.ts'
import { policyOutput } from '../policy-output.ts'

export const getPolicy = operation('GetPolicy', async ({ input, projectId, core }) => {
  return { Policy: policyOutput(await core.iam.policies.get(projectId, input.PolicyArn)) }
})
