import { objectFilterOf, objectFilterOutput } from './object-filter.ts'
import type { AnalyticsConfiguration } from '../core/buckets/analytics.ts'
import type { InputOf } from './operation.ts'

type Element = InputOf<'PutBucketAnalyticsConfiguration'>['AnalyticsConfiguration']

export function analyticsOf({ Id, Filter, StorageClassAnalysis }: Element): AnalyticsConfiguration {
  const destination = StorageClassAnalysis.DataExport?.Destination.S3BucketDestination
  return {
    id: Id,
    filter: Filter && objectFilterOf(Filter),
    dataExport: destination && {
      bucket: destination.Bucket,
      accountId: destination.BucketAccountId,
      prefix: destination.Prefix,
    },
  }
}

export const analyticsOutput = ({ id, filter, dataExport }: AnalyticsConfiguration) => ({
  Id: id,
  Filter: filter && objectFilterOutput(filter),
  StorageClassAnalysis: { DataExport: dataExport && exportOutput(dataExport) },
})

const exportOutput = ({ bucket, accountId, prefix }: NonNullable<AnalyticsConfiguration['dataExport']>) => ({
  OutputSchemaVersion: 'V_1' as const,
  Destination: {
    S3BucketDestination: {
      Format: 'CSV' as const,
      BucketAccountId: accountId,
      Bucket: bucket,
      Prefix: prefix,
    },
  },
})
