import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Queried } from '../../../components/queried.tsx'
import { Panel } from '../frame/panel.tsx'
import { useBucket } from '../frame/use-setting.ts'
import { BucketFacts } from './bucket-facts.tsx'
import { Deletion } from './deletion.tsx'
import { QuotaForm } from './quota-form.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** What the bucket is and holds, how much it may hold, and its end. */
export function GeneralPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.general')} hint={t('general.hint')}>
      <Queried query={useBucket(place)}>
        {(bucket) => (
          <Stack gap="xl">
            <BucketFacts bucket={bucket} />
            <QuotaForm place={place} quota={bucket.quota} />
            {(place.isEditable || bucket.deletion) && <Deletion place={place} deletion={bucket.deletion} />}
          </Stack>
        )}
      </Queried>
    </Panel>
  )
}
