import { Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery, useAdminChange } from '../../../api/queries.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { Queried } from '../../../components/queried.tsx'
import { DocumentButtons } from '../frame/document-buttons.tsx'
import { Editable, Panel, Part } from '../frame/panel.tsx'
import { useDraft } from '../frame/use-draft.ts'
import { bucketOf, type PanelProps } from '../frame/bucket-place.ts'
import { BrowserFields } from './browser-fields.tsx'
import { ImageFields } from './image-fields.tsx'
import { UploadRules } from './upload-rules.tsx'
import type { Delivery } from './delivery.ts'

/** What the bucket takes from applications, and how it serves browsers. */
export function DeliveryPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  const query = useQuery(adminQuery('getDelivery', bucketOf(place)))
  return (
    <Panel title={t('tabs.delivery')} hint={t('delivery.hint')}>
      <Queried query={query}>
        {(saved) => <DeliveryForm key={JSON.stringify(saved)} place={place} saved={saved} />}
      </Queried>
    </Panel>
  )
}

function DeliveryForm({ place, saved }: PanelProps & { readonly saved: Delivery }) {
  const { t } = useTranslation('settings')
  const draft = useDraft<Delivery>(saved, {})
  const change = useAdminChange('putDelivery', ['getDelivery'])
  // The form begins anew with what is saved, so that it may be gone when it is done.
  const save = (delivery: Delivery) => {
    change.mutateAsync({ ...bucketOf(place), delivery }).then(
      () => notifications.show({ color: 'teal', message: t('frame.saved') }),
      () => undefined,
    )
  }
  const { value = saved, setValue } = draft
  return (
    <Editable isEditable={place.isEditable}>
      <Stack gap="xl">
        <Part title={t('rules.title')} hint={t('rules.hint')}>
          <UploadRules value={value} onChange={setValue} />
        </Part>
        <Part title={t('images.title')} hint={t('images.hint')}>
          <ImageFields value={value} onChange={setValue} />
        </Part>
        <Part title={t('browser.title')} hint={t('browser.hint')}>
          <BrowserFields value={value} onChange={setValue} />
        </Part>
        {change.isError && <ProblemNotice error={change.error} />}
        {place.isEditable && (
          <DocumentButtons draft={draft} isSaved isSaving={change.isPending} onSave={save} />
        )}
      </Stack>
    </Editable>
  )
}
