import { parseEntityTags } from '../../core/objects/entity-tags.ts'
import { objectVersionOutput } from '../annotation-output.ts'
import { objectOf } from '../object-input.ts'
import { operation } from '../operation.ts'

const bypassHeader = 'x-amz-bypass-governance-retention'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectAnnotation.html */
export const deleteObjectAnnotation = operation(
  'DeleteObjectAnnotation',
  async ({ input, caller, core, wire }) => {
    const { AnnotationName, ObjectIfMatch } = input
    const deleted = await core.annotations.delete(caller, objectOf(input), {
      name: AnnotationName,
      objectIfMatch: ObjectIfMatch === undefined ? undefined : parseEntityTags(ObjectIfMatch),
      // S3 documents the header; its model leaves it out.
      bypassesGovernance: wire.headers[bypassHeader] === 'true',
    })
    return objectVersionOutput(deleted)
  },
)
