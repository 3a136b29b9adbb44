import { operation } from '../operation.ts'

export const addClientIdToOpenIdConnectProvider = operation(
  'AddClientIDToOpenIDConnectProvider',
  ({ input, projectId, core }) =>
    core.iam.oidcProviders.addClientId(projectId, input.OpenIDConnectProviderArn, input.ClientID),
)
