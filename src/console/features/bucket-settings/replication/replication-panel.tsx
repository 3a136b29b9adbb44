import { Button, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { DeliveryLog } from '../deliveries/delivery-log.tsx'
import { Panel, Part } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { useBucket } from '../frame/use-setting.ts'
import { bucketOf, type PanelProps } from '../frame/bucket-place.ts'
import { ReplicationRules } from './replication-rules.tsx'

/** Copies of what is written, in other buckets. */
export function ReplicationPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  const hasRules = useBucket(place).data?.settings.includes('replication') ?? false
  return (
    <Panel title={t('tabs.replication')} hint={t('replication.hint')}>
      <Stack gap="xl">
        <SettingEditor
          place={place}
          setting="replication"
          initial={{ Role: 'arn:aws:iam:::role/replication', Rules: [] }}
          form={(value, onChange) => <ReplicationRules place={place} value={value} onChange={onChange} />}
        />
        {hasRules && (
          <>
            {place.isEditable && <CopyExisting place={place} />}
            <Part title={t('log.copies')} hint={t('log.copiesHint')}>
              <DeliveryLog place={place} to="replicate" />
            </Part>
          </>
        )}
      </Stack>
    </Panel>
  )
}

function CopyExisting({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  const order = useAdminChange('replicateBucket', ['listBucketEvents'])
  const start = () =>
    order.mutate(bucketOf(place), {
      onSuccess: ({ count }) =>
        notifications.show({ color: 'teal', message: t('replication.ordered', { count }) }),
    })
  return (
    <Part title={t('replication.existing')} hint={t('replication.existingHint')}>
      {order.isError && <ProblemNotice error={order.error} />}
      <Button
        variant="default"
        size="sm"
        loading={order.isPending}
        onClick={start}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('replication.copy')}
      </Button>
    </Part>
  )
}
