import { operation } from '../operation.ts'
import { refuseMfa, sessionPoliciesFrom } from '../session-input.ts'
import { sessionOutput } from '../session-output.ts'
import { tagsFrom } from '../tags.ts'

export const assumeRole = operation('AssumeRole', async ({ input, caller, core }) => {
  refuseMfa(input)
  const session = await core.sessions.assumeRole(caller, {
    roleArn: input.RoleArn,
    sessionName: input.RoleSessionName,
    durationSeconds: input.DurationSeconds,
    externalId: input.ExternalId,
    sourceIdentity: input.SourceIdentity,
    tags: tagsFrom(input.Tags),
    transitiveTagKeys: input.TransitiveTagKeys,
    ...sessionPoliciesFrom(input),
  })
  return {
    ...sessionOutput(session),
    AssumedRoleUser: { Arn: session.assumedRole.arn, AssumedRoleId: session.assumedRole.id },
    SourceIdentity: session.sourceIdentity,
  }
})
