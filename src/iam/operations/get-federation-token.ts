import { operation } from '../operation.ts'
import { sessionPoliciesFrom } from '../session-input.ts'
import { sessionOutput } from '../session-output.ts'
import { tagsFrom } from '../tags.ts'

export const getFederationToken = operation('GetFederationToken', async ({ input, caller, core }) => {
  const session = await core.sessions.getFederationToken(caller, {
    name: input.Name,
    durationSeconds: input.DurationSeconds,
    tags: tagsFrom(input.Tags),
    ...sessionPoliciesFrom(input),
  })
  return {
    ...sessionOutput(session),
    FederatedUser: { Arn: session.federatedUser.arn, FederatedUserId: session.federatedUser.id },
  }
})
