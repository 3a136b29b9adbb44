import { summaryQuotas } from './quotas.ts'
import type { Parts } from '../parts.ts'

/** The numbers of an account by AWS's names. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html */
export const getAccountSummary =
  ({ metadata }: Pick<Parts, 'metadata'>) =>
  async (projectId: string): Promise<Readonly<Record<string, number>>> => {
    const counts = await metadata.iam.countKinds(projectId)
    const rootKeys = await metadata.listAccessKeys(projectId, { userId: undefined })
    return {
      ...quotaEntries,
      AccountAccessKeysPresent: rootKeys.length > 0 ? 1 : 0,
      // Users have neither passwords nor second factors.
      AccountMFAEnabled: 0,
      AccountPasswordPresent: 0,
      MFADevices: 0,
      MFADevicesInUse: 0,
      Groups: counts.get('group') ?? 0,
      Policies: counts.get('policy') ?? 0,
      Providers: counts.get('oidc-provider') ?? 0,
      Roles: counts.get('role') ?? 0,
      Users: counts.get('user') ?? 0,
    }
  }

const quotaEntries = Object.fromEntries(
  Object.entries(summaryQuotas).map(([name, quota]) => [`${name}Quota`, quota]),
)
