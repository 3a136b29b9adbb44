import { operation } from '../operation.ts'
import { tagsOutput } from '../tags.ts'

export const getOpenIdConnectProvider = operation(
  'GetOpenIDConnectProvider',
  async ({ input, projectId, core }) => {
    const provider = await core.iam.oidcProviders.get(projectId, input.OpenIDConnectProviderArn)
    return {
      Url: provider.url,
      ClientIDList: [...provider.clientIds],
      ThumbprintList: [...provider.thumbprints],
      CreateDate: new Date(provider.createdAt),
      Tags: tagsOutput(provider.tags),
    }
  },
)
