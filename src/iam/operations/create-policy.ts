import { operation } from '../operation.ts'
import { policyOutput } from '../policy-output.ts'
import { tagsFrom } from '../tags.ts'

export const createPolicy = operation('CreatePolicy', async ({ input, projectId, core }) => {
  const policy = await core.iam.policies.create(projectId, {
    name: input.PolicyName,
    path: input.Path,
    description: input.Description,
    document: input.PolicyDocument,
    tags: tagsFrom(input.Tags),
  })
  return { Policy: policyOutput(policy) }
})
