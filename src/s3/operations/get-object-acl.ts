import { aclOutput } from '../acl-output.ts'
import { objectOf } from '../object-input.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html */
export const getObjectAcl = operation('GetObjectAcl', async ({ input, caller, core }) => {
  return aclOutput(await core.objects.getAcl(caller, objectOf(input)))
})
