import { operation } from '../operation.ts'

export const untagOpenIdConnectProvider = operation(
  'UntagOpenIDConnectProvider',
  ({ input, projectId, core }) =>
    core.iam.tags.remove(
      projectId,
      { kind: 'oidc-provider', arn: input.OpenIDConnectProviderArn },
      input.TagKeys,
    ),
)
