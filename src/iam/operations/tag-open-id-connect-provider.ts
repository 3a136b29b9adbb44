import { operation } from '../operation.ts'
import { tagsFrom } from '../tags.ts'

export const tagOpenIdConnectProvider = operation('TagOpenIDConnectProvider', ({ input, projectId, core }) =>
  core.iam.tags.put(
    projectId,
    { kind: 'oidc-provider', arn: input.OpenIDConnectProviderArn },
    tagsFrom(input.Tags),
  ),
)
