import { operation } from '../operation.ts'

export const updateOpenIdConnectProviderThumbprint = operation(
  'UpdateOpenIDConnectProviderThumbprint',
  ({ input, projectId, core }) =>
    core.iam.oidcProviders.updateThumbprints(projectId, input.OpenIDConnectProviderArn, input.ThumbprintList),
)
