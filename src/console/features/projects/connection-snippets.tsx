import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { Queried } from '../../components/queried.tsx'
import { SnippetTabs } from '../setup/snippet-tabs.tsx'

/** Where there is no bucket to take it from. */
const usualRegion = 'us-east-1'

/** How programs reach the project by S3, with its real address; the key is theirs to fill in. */
export function ConnectionSnippets({ project }: { readonly project: string }) {
  const { t } = useTranslation('projects')
  const status = useQuery(adminQuery('getStatus'))
  const { data } = useQuery(adminQuery('listBuckets', { project }))
  const [bucket] = data?.buckets ?? []
  return (
    <Queried query={status}>
      {({ s3Url }) => (
        <SnippetTabs
          label={t('overview.connect')}
          parts={{
            endpoint: s3Url,
            region: bucket?.region ?? usualRegion,
            bucket: bucket?.name ?? 'my-bucket',
            accessKeyId: 'ACCESS_KEY_ID',
            secretAccessKey: 'SECRET_ACCESS_KEY',
          }}
        />
      )}
    </Queried>
  )
}
