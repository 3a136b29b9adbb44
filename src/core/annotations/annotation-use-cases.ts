import { deleteAnnotation } from './delete-annotation.ts'
import { getAnnotation, listAnnotations } from './get-annotation.ts'
import { putAnnotation } from './put-annotation.ts'
import type { Parts } from '../parts.ts'

/** What can be done with the annotations of objects. */
export const annotationUseCases = (parts: Parts) => ({
  put: putAnnotation(parts),
  get: getAnnotation(parts),
  list: listAnnotations(parts),
  delete: deleteAnnotation(parts),
})
