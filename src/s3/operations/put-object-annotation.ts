import { parseEntityTags } from '../../core/objects/entity-tags.ts'
import { annotationOutput } from '../annotation-output.ts'
import { objectOf } from '../object-input.ts'
import { checksumOutput } from '../object-output.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAnnotation.html */
export const putObjectAnnotation = operation(
  'PutObjectAnnotation',
  async ({ input, caller, core, body, signal }) => {
    const { AnnotationName, ObjectIfMatch } = input
    const put = await core.annotations.put(caller, objectOf(input), body, {
      name: AnnotationName,
      objectIfMatch: ObjectIfMatch === undefined ? undefined : parseEntityTags(ObjectIfMatch),
      signal,
    })
    return {
      Key: input.Key,
      AnnotationName,
      ...annotationOutput(put),
      ...checksumOutput(put.annotation.checksum),
    }
  },
)
