import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/session.ts'
import { Page } from '../../components/page.tsx'
import { BucketList } from './bucket-list.tsx'
import { CreateBucketButton } from './create-bucket-button.tsx'

/** The buckets of all projects that one reaches. */
export function BucketsPage() {
  const { t } = useTranslation('projects')
  const { role } = useSession()
  return (
    <Page
      title={t('buckets.title')}
      hint={t('buckets.pageHint')}
      actions={role !== 'viewer' && <CreateBucketButton />}
    >
      <BucketList />
    </Page>
  )
}
