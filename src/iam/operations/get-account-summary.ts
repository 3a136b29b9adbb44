import { operation } from '../operation.ts'

export const getAccountSummary = operation('GetAccountSummary', async ({ projectId, core }) => {
  return { SummaryMap: await core.iam.getAccountSummary(projectId) }
})
