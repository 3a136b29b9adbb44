import { operation } from '../operation.ts'

export const removeClientIdFromOpenIdConnectProvider = operation(
  'RemoveClientIDFromOpenIDConnectProvider',
  ({ input, projectId, core }) =>
    core.iam.oidcProviders.removeClientId(projectId, input.OpenIDConnectProviderArn, input.ClientID),
)
