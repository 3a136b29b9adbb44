import { arnOf } from '../../core/iam/arn.ts'
import { operation } from '../operation.ts'
import { tagsFrom, tagsOutput } from '../tags.ts'

export const createOpenIdConnectProvider = operation(
  'CreateOpenIDConnectProvider',
  async ({ input, projectId, core }) => {
    const provider = await core.iam.oidcProviders.create(projectId, {
      url: input.Url,
      clientIds: input.ClientIDList,
      thumbprints: input.ThumbprintList,
      tags: tagsFrom(input.Tags),
    })
    return { OpenIDConnectProviderArn: arnOf(provider), Tags: tagsOutput(provider.tags) }
  },
)
