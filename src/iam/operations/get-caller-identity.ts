import { operation } from '../operation.ts'

export const getCallerIdentity = operation('GetCallerIdentity', ({ caller, core }) => {
  const { account, arn, userId } = core.sessions.getCallerIdentity(caller)
  return Promise.resolve({ Account: account, Arn: arn, UserId: userId })
})
