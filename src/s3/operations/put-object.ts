import { aclRequestOf } from '../acl-input.ts'
import { encryptionRequestOf } from '../encryption-input.ts'
import { attributesOf, objectOf, writeConditionsOf } from '../object-input.ts'
import { operation } from '../operation.ts'
import { storedOutput } from '../stored-output.ts'
import { parseStorageClass } from '../../core/objects/storage-class.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject = operation('PutObject', async ({ input, caller, core, body, signal }) => {
  const { WriteOffsetBytes: offset } = input
  const options = {
    attributes: attributesOf(input),
    acl: aclRequestOf(input),
    storageClass: parseStorageClass(input.StorageClass),
    conditions: writeConditionsOf(input),
    encryption: encryptionRequestOf(input),
    signal,
  }
  const object = objectOf(input)
  const stored = await (offset === undefined
    ? core.objects.put(caller, object, body, options)
    : core.objects.append(caller, object, body, { ...options, offset }))
  return { ...storedOutput(stored, input), ...(offset !== undefined && { Size: stored.size }) }
})
