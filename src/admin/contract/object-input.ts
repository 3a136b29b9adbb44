import { z } from 'zod'

/** A bucket as most calls name it; without a project it is one of the default project's. */
export const bucketInput = z.object({ name: z.string(), project: z.string().optional() })

export const objectKey = z.string().min(1)

export const objectInput = bucketInput.extend({ key: objectKey })

/** Without a version id: the newest. */
export const versionInput = objectInput.extend({ versionId: z.string().optional() })

/** Of a listing: grouped by the delimiter, where there is one; `after` is the `next` of the page before. */
export const pageInput = bucketInput.extend({
  prefix: z.string().optional(),
  delimiter: z.string().optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
})

export const uploadInput = objectInput.extend({ uploadId: z.string().min(1) })

/** Fits into a header. */
const headerValue = z
  .string()
  .max(2048)
  // Without property escapes, which other languages' readers of the document do not know.
  .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/)

/** Names are without `x-amz-meta-`. */
const userMetadata = z.record(z.string().regex(/^[a-z0-9!#$%&'*+.^_`|~-]+$/), headerValue)

/** What an object is sent with. */
export const objectHeaders = {
  contentType: headerValue.optional(),
  cacheControl: headerValue.optional(),
  contentDisposition: headerValue.optional(),
  contentEncoding: headerValue.optional(),
  contentLanguage: headerValue.optional(),
  userMetadata: userMetadata.optional(),
}
