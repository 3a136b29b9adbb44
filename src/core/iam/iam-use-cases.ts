import { getAccountSummary } from './account-summary.ts'
import { attachmentUseCases } from './attachments.ts'
import { listAuthorizationDetails } from './authorization-details.ts'
import { boundaryUseCases } from './boundaries.ts'
import { groupUseCases } from './groups.ts'
import { inlinePolicyUseCases } from './inline-policies.ts'
import { membershipUseCases } from './memberships.ts'
import { oidcProviderUseCases } from './oidc-providers.ts'
import { policyUseCases } from './policies.ts'
import { policyVersionUseCases } from './policy-versions.ts'
import { revokeSessions } from './revoke-sessions.ts'
import { roleUseCases } from './roles.ts'
import { tagUseCases } from './tags.ts'
import { userKeyUseCases } from './user-keys.ts'
import { userUseCases } from './users.ts'
import type { Parts } from '../parts.ts'

/** What IAM does; each takes the id of a project first. https://docs.aws.amazon.com/IAM/latest/APIReference/ */
export const iamUseCases = (parts: Pick<Parts, 'metadata' | 'clock' | 'ids'>) => ({
  users: userUseCases(parts),
  groups: groupUseCases(parts),
  memberships: membershipUseCases(parts),
  roles: roleUseCases(parts),
  policies: policyUseCases(parts),
  policyVersions: policyVersionUseCases(parts),
  inlinePolicies: inlinePolicyUseCases(parts),
  attachments: attachmentUseCases(parts),
  boundaries: boundaryUseCases(parts),
  oidcProviders: oidcProviderUseCases(parts),
  tags: tagUseCases(parts),
  accessKeys: userKeyUseCases(parts),
  revokeSessions: revokeSessions(parts),
  getAccountSummary: getAccountSummary(parts),
  listAuthorizationDetails: listAuthorizationDetails(parts),
})
