import { documentOf } from '../access-control-policy.ts'
import { aclRequestOf } from '../acl-input.ts'
import { objectOf } from '../object-input.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html */
export const putObjectAcl = operation('PutObjectAcl', async ({ input, caller, core }) => {
  const request = { ...aclRequestOf(input), document: documentOf(input.AccessControlPolicy) }
  await core.objects.putAcl(caller, objectOf(input), request)
  return {}
})
