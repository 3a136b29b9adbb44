import { S3Error } from '../../core/errors.ts'
import { checkObjectKey } from '../../core/objects/object-key.ts'
import { operation } from '../operation.ts'
import { writeConditionsOf } from '../object-input.ts'
import type { Deleted, Deletion } from '../../core/objects/delete-object.ts'
import type { InputOf } from '../operation.ts'

const mostDeletions = 1000

type Identifier = InputOf<'DeleteObjects'>['Delete']['Objects'][number]

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export const deleteObjects = operation('DeleteObjects', async ({ input, caller, core }) => {
  const { Objects, Quiet = false } = input.Delete
  if (Objects.length === 0 || Objects.length > mostDeletions) throw new S3Error('MalformedXML')
  const results = await core.objects.deleteMany(caller, input.Bucket, Objects.map(deletionOf), {
    bypassesGovernance: input.BypassGovernanceRetention,
  })
  const Deleted = []
  const Errors = []
  for (const { deletion, outcome } of results) {
    if (outcome instanceof S3Error) Errors.push(errorOutput(deletion, outcome))
    else if (!Quiet) Deleted.push(deletedOutput(deletion, outcome))
  }
  return { Deleted, Errors }
})

function deletionOf({ Key, VersionId, ETag, LastModifiedTime, Size }: Identifier): Deletion {
  checkObjectKey(Key)
  const conditions = writeConditionsOf({
    IfMatch: ETag,
    IfMatchLastModifiedTime: LastModifiedTime,
    IfMatchSize: Size,
  })
  return { key: Key, versionId: VersionId, conditions }
}

const deletedOutput = (deletion: Deletion, { versionId, isDeleteMarker }: Deleted) => ({
  Key: deletion.key,
  VersionId: deletion.versionId,
  ...(isDeleteMarker && { DeleteMarker: true, DeleteMarkerVersionId: versionId }),
})

const errorOutput = ({ key, versionId }: Deletion, { code, message }: S3Error) => ({
  Key: key,
  VersionId: versionId,
  Code: code,
  Message: message,
})
