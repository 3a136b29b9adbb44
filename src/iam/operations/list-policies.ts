import { operation } from '../operation.ts'
import { listing } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'
import { policyOutput } from '../policy-output.ts'

export const listPolicies = operation('ListPolicies', async ({ input, projectId, core }) => {
  const page = await core.iam.policies.list(projectId, {
    ...listing(input),
    scope: input.Scope === 'All' ? undefined : input.Scope,
    usedBy: usesAsked(input),
  })
  return { Policies: page.items.map(policyOutput), ...pageOutput(page) }
})

interface UseFilter {
  readonly OnlyAttached?: boolean | undefined
  readonly PolicyUsageFilter?: 'PermissionsPolicy' | 'PermissionsBoundary' | undefined
}

/** A filter alone asks for those that are used in its way. */
function usesAsked({ OnlyAttached = false, PolicyUsageFilter }: UseFilter) {
  if (PolicyUsageFilter === 'PermissionsBoundary') return ['boundary'] as const
  if (PolicyUsageFilter === 'PermissionsPolicy') return ['attachment'] as const
  return OnlyAttached ? (['attachment', 'boundary'] as const) : undefined
}
