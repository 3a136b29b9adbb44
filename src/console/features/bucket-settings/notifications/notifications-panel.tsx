import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel, Part } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { DeliveryLog } from '../deliveries/delivery-log.tsx'
import { NotificationForm } from './notification-form.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** Who is told of what happens in the bucket, and what could not be told. */
export function NotificationsPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.notifications')} hint={t('notifications.hint')}>
      <Stack gap="xl">
        <SettingEditor
          place={place}
          setting="notifications"
          initial={{}}
          form={(value, onChange) => <NotificationForm value={value} onChange={onChange} />}
        />
        <Part title={t('log.title')} hint={t('log.hint')}>
          <DeliveryLog place={place} to="notify" />
        </Part>
      </Stack>
    </Panel>
  )
}
