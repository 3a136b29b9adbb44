import { unsignedOperation } from '../operation.ts'
import { sessionPoliciesFrom } from '../session-input.ts'
import { sessionOutput } from '../session-output.ts'

export const assumeRoleWithWebIdentity = unsignedOperation(
  'AssumeRoleWithWebIdentity',
  async ({ input, caller, core }) => {
    const session = await core.sessions.assumeRoleWithWebIdentity({
      roleArn: input.RoleArn,
      sessionName: input.RoleSessionName,
      token: input.WebIdentityToken,
      durationSeconds: input.DurationSeconds,
      ...(caller.request && { request: caller.request }),
      ...sessionPoliciesFrom(input),
    })
    return {
      ...sessionOutput(session),
      AssumedRoleUser: { Arn: session.assumedRole.arn, AssumedRoleId: session.assumedRole.id },
      SubjectFromWebIdentityToken: session.subject,
      Audience: session.audience,
      Provider: session.provider,
      SourceIdentity: session.sourceIdentity,
    }
  },
)
