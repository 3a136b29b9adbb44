import { checkObjectFilter, type ObjectFilter } from './object-filter.ts'

/** Requests that are counted by themselves. https://docs.aws.amazon.com/AmazonS3/latest/API/API_MetricsConfiguration.html */
export interface MetricsConfiguration {
  readonly id: string
  /** Absent: all requests of the bucket. */
  readonly filter?: ObjectFilter | undefined
}

/**
 * The ids of the configurations that a request is counted under, by its key; requests for the bucket itself only by those without a filter. What
 * tags an object has is not known of a request, so filters by tag count nothing.
 */
export const metricsOf = (
  configurations: readonly MetricsConfiguration[],
  key: string | undefined,
): readonly string[] =>
  configurations
    .filter(({ filter }) => !filter || (filter.tags.length === 0 && key?.startsWith(filter.prefix ?? '')))
    .map(({ id }) => id)

/** Throws what checkObjectFilter throws. */
export function checkMetrics({ filter }: MetricsConfiguration): void {
  if (filter) checkObjectFilter(filter)
}
