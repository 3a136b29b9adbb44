import { operation } from '../operation.ts'

export const deleteOpenIdConnectProvider = operation(
  'DeleteOpenIDConnectProvider',
  ({ input, projectId, core }) => core.iam.oidcProviders.delete(projectId, input.OpenIDConnectProviderArn),
)
