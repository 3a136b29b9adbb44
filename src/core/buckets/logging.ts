import type { Grant } from '../policy/acl.ts'

/** Where the access log of a bucket goes. https://docs.aws.amazon.com/AmazonS3/latest/API/API_LoggingEnabled.html */
export interface BucketLogging {
  readonly targetBucket: string
  readonly targetPrefix: string
  /** Absent when the client has given none; then it is `simple`. */
  readonly keyFormat?: LogKeyFormat | undefined
  /** What others may do with the log's objects. */
  readonly targetGrants?: readonly Grant[] | undefined
}

/** `partitioned`: by account, region, bucket and the day of the event or of the delivery. */
export type LogKeyFormat =
  | { readonly kind: 'simple' }
  | { readonly kind: 'partitioned'; readonly dateSource: 'EventTime' | 'DeliveryTime' }
