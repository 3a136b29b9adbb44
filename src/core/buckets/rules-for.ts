import { defaultRules, type UploadRules } from './upload-rules.ts'
import type { Bucket } from './bucket.ts'

/** Where an upload comes from. */
export interface UploadOrigin {
  /** Whether it came through an application, from people: some rules hold then where the bucket has none, and so does its `onUpload`. */
  readonly isFromApplication?: boolean | undefined
}

/** The rules for an upload; undefined: it may be anything. */
export function rulesFor(
  { configuration: { delivery } }: Pick<Bucket, 'configuration'>,
  { isFromApplication = false }: UploadOrigin = {},
): UploadRules | undefined {
  if (delivery?.rules) return { ...defaultRules, ...delivery.rules }
  return isFromApplication ? defaultRules : undefined
}
