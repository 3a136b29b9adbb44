import type { SettingDocuments } from '../../../../admin/contract/setting-documents.ts'

export type PlainSetting =
  'requestPayment' | 'acceleration' | 'abac' | 'metrics' | 'inventory' | 'analytics' | 'tiering'

/** What one begins with where a setting is not there: a document that works, for a bucket of the name. */
export const beginnings: {
  readonly [Name in PlainSetting]: (bucket: string) => SettingDocuments[Name]
} = {
  requestPayment: () => ({ Payer: 'BucketOwner' }),
  acceleration: () => ({ Status: 'Enabled' }),
  abac: () => ({ Status: 'Enabled' }),
  metrics: () => ({ MetricsConfigurationList: [{ Id: 'everything' }] }),
  inventory: (bucket) => ({
    InventoryConfigurationList: [
      {
        Id: 'weekly',
        IsEnabled: true,
        Destination: {
          S3BucketDestination: { Bucket: `arn:aws:s3:::${bucket}`, Format: 'CSV', Prefix: 'inventory' },
        },
        Schedule: { Frequency: 'Weekly' },
        IncludedObjectVersions: 'Current',
        OptionalFields: ['Size', 'LastModifiedDate', 'ETag', 'StorageClass'],
      },
    ],
  }),
  analytics: () => ({
    AnalyticsConfigurationList: [{ Id: 'everything', StorageClassAnalysis: {} }],
  }),
  tiering: () => ({
    IntelligentTieringConfigurationList: [
      { Id: 'archive', Status: 'Enabled', Tierings: [{ Days: 90, AccessTier: 'ARCHIVE_ACCESS' }] },
    ],
  }),
}
