import { arnOf } from '../../core/iam/arn.ts'
import { operation } from '../operation.ts'

export const listOpenIdConnectProviders = operation(
  'ListOpenIDConnectProviders',
  async ({ projectId, core }) => {
    const providers = await core.iam.oidcProviders.list(projectId)
    return { OpenIDConnectProviderList: providers.map((provider) => ({ Arn: arnOf(provider) })) }
  },
)
