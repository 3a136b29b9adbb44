import type { Bucket } from '../buckets/bucket.ts'
import type { BucketLogging } from '../buckets/logging.ts'

interface LogTimes {
  /** Of the records, and of their delivery: milliseconds since 1970. */
  readonly event: number
  readonly delivery: number
}

/**
 * What the key of a log's object begins with, up to its time. Records with the same beginning share an object.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html#server-log-keyname-format
 */
export function logFolder(
  source: Bucket,
  { targetPrefix, keyFormat }: BucketLogging,
  times: LogTimes,
): string {
  if (keyFormat?.kind !== 'partitioned') return targetPrefix
  const date = keyFormat.dateSource === 'EventTime' ? times.event : times.delivery
  const [year = '', month = '', day = ''] = new Date(date).toISOString().split(/[-T]/)
  return `${targetPrefix}${source.projectId}/${source.region}/${source.name}/${year}/${month}/${day}/`
}

/** `YYYY-MM-DD-hh-mm-ss-` and a word that is unique. A day's records, wherever they belong by the time of their events, are told from the next day's. */
export function logName(source: Pick<BucketLogging, 'keyFormat'>, times: LogTimes, unique: string): string {
  const { keyFormat } = source
  const byEvent = keyFormat?.kind === 'partitioned' && keyFormat.dateSource === 'EventTime'
  // S3 puts zeros where an hour would be that no single event has.
  const time = new Date(byEvent ? times.event : times.delivery).toISOString()
  const day = time.slice(0, 10)
  return `${day}-${byEvent ? '00-00-00' : time.slice(11, 19).replaceAll(':', '-')}-${unique}`
}
