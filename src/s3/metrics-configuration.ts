import { objectFilterOf, objectFilterOutput } from './object-filter.ts'
import type { InputOf } from './operation.ts'
import type { MetricsConfiguration } from '../core/buckets/metrics.ts'

type Element = InputOf<'PutBucketMetricsConfiguration'>['MetricsConfiguration']

export const metricsOf = ({ Id, Filter }: Element): MetricsConfiguration => ({
  id: Id,
  filter: Filter && objectFilterOf(Filter),
})

export const metricsOutput = ({ id, filter }: MetricsConfiguration) => ({
  Id: id,
  Filter: filter && objectFilterOutput(filter),
})
