import { operation } from '../operation.ts'
import { paging } from '../page-input.ts'
import { pageOutput } from '../page-output.ts'
import { tagsOutput } from '../tags.ts'

export const listOpenIdConnectProviderTags = operation(
  'ListOpenIDConnectProviderTags',
  async ({ input, projectId, core }) => {
    const page = await core.iam.tags.list(
      projectId,
      { kind: 'oidc-provider', arn: input.OpenIDConnectProviderArn },
      paging(input),
    )
    return { Tags: tagsOutput(page.items), ...pageOutput(page) }
  },
)
