import { models } from '../model/generated.ts'
import { operation } from '../operation.ts'

const unknown = 'N/A'

export const getAccessKeyLastUsed = operation('GetAccessKeyLastUsed', async ({ input, projectId, core }) => {
  const { userName, lastUse } = await core.iam.accessKeys.get(projectId, input.AccessKeyId)
  return {
    UserName: userName,
    AccessKeyLastUsed: lastUse
      ? {
          LastUsedDate: new Date(lastUse.at),
          ServiceName: serviceOf(lastUse.operation),
          Region: core.settings.region,
        }
      : { ServiceName: unknown, Region: unknown },
  }
})

/** What is not an operation of the query services is one of S3. */
const serviceOf = (operation: string): string =>
  Object.entries(models).find(([, model]) => Object.hasOwn(model.operations, operation))?.[0] ?? 's3'
