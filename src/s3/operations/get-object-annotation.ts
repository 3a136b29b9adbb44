import { annotationOutput } from '../annotation-output.ts'
import { objectOf } from '../object-input.ts'
import { checksumOutput } from '../object-output.ts'
import { operation } from '../operation.ts'

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAnnotation.html */
export const getObjectAnnotation = operation('GetObjectAnnotation', async ({ input, caller, core }) => {
  const found = await core.annotations.get(caller, objectOf(input), input.AnnotationName)
  const { annotation, data } = found
  return {
    AnnotationPayload: data,
    ContentLength: annotation.size,
    LastModified: new Date(annotation.lastModified),
    ...annotationOutput(found),
    ...(input.ChecksumMode === 'ENABLED' && checksumOutput(annotation.checksum)),
  }
})
