import { abortUpload } from './abort-upload.ts'
import { completeUpload } from './complete-upload.ts'
import { copyPart } from './copy-part.ts'
import { createUpload } from './create-upload.ts'
import { listParts, listUploads } from './list-uploads.ts'
import { putPart } from './put-part.ts'
import type { Parts } from '../parts.ts'

/** What can be done with multipart uploads. */
export const uploadUseCases = (parts: Parts) => ({
  create: createUpload(parts),
  putPart: putPart(parts),
  copyPart: copyPart(parts),
  listParts: listParts(parts),
  list: listUploads(parts),
  complete: completeUpload(parts),
  abort: abortUpload(parts),
})
