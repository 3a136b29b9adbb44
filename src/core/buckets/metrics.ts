import { checkObjectFilter, type ObjectFilter } from './object-filter.ts'

/** Requests that are counted by themselves. https://docs.aws.amazon.com/AmazonS3/latest/API/API_MetricsConfiguration.html */
export interface MetricsConfiguration {
  readonly id: string
  /** Absent: all requests of the bucket. */
  readonly filter?: ObjectFilter | undefined
}

/** Throws what checkObjectFilter throws. */
export function checkMetrics({ filter }: MetricsConfiguration): void {
  if (filter) checkObjectFilter(filter)
}
