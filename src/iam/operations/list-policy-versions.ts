import { operation } from '../operation.ts'
import { paging } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'
import { versionOutput } from '../policy-output.ts'

export const listPolicyVersions = operation('ListPolicyVersions', async ({ input, projectId, core }) => {
  const page = await core.iam.policyVersions.list(projectId, input.PolicyArn, paging(input))
  return { Versions: page.items.map(versionOutput), ...pageOutput(page) }
})
