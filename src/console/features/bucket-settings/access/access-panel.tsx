import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel, Part } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { BlockForm } from './block-form.tsx'
import { OwnershipForm } from './ownership-form.tsx'
import { AclPart } from './acl-part.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** What keeps the public out whatever else is set, whose the objects are, and the old access lists. */
export function AccessPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.access')} hint={t('access.hint')}>
      <Stack gap="xl">
        <Part title={t('block.title')} hint={t('block.hint')}>
          <SettingEditor
            place={place}
            setting="publicAccessBlock"
            initial={{}}
            isFormOnly
            form={(value, onChange) => <BlockForm value={value} onChange={onChange} />}
          />
        </Part>
        <Part title={t('ownership.title')} hint={t('ownership.hint')}>
          <SettingEditor
            place={place}
            setting="ownership"
            initial={{ Rules: [{ ObjectOwnership: 'ObjectWriter' }] }}
            isFormOnly
            form={(value, onChange) => <OwnershipForm value={value} onChange={onChange} />}
          />
        </Part>
        <AclPart place={place} />
      </Stack>
    </Panel>
  )
}
