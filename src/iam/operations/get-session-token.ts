import { operation } from '../operation.ts'
import { refuseMfa } from '../session-input.ts'
import { sessionOutput } from '../session-output.ts'

export const getSessionToken = operation('GetSessionToken', async ({ input, caller, core }) => {
  refuseMfa(input)
  return sessionOutput(
    await core.sessions.getSessionToken(caller, { durationSeconds: input.DurationSeconds }),
  )
})
