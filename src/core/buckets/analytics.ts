import { bucketOfArn } from './bucket-arn.ts'
import { checkObjectFilter, type ObjectFilter } from './object-filter.ts'

/** A storage class analysis. https://docs.aws.amazon.com/AmazonS3/latest/API/API_AnalyticsConfiguration.html */
export interface AnalyticsConfiguration {
  readonly id: string
  readonly filter?: ObjectFilter | undefined
  readonly dataExport?: AnalyticsExport | undefined
}

interface AnalyticsExport {
  /** ARN of a bucket. */
  readonly bucket: string
  readonly accountId?: string | undefined
  readonly prefix?: string | undefined
}

/** Throws InvalidArgument, and what checkObjectFilter throws. */
export function checkAnalytics({ filter, dataExport }: AnalyticsConfiguration): void {
  if (filter) checkObjectFilter(filter)
  if (dataExport) bucketOfArn(dataExport.bucket)
}
