import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Panel, Part } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { PolicyTemplates } from './policy-templates.tsx'
import { Simulator } from './simulator.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** Who else may do what in the bucket, and a place to try it. */
export function PolicyPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.policy')} hint={t('policy.hint')}>
      <Stack gap="xl">
        <SettingEditor
          place={place}
          setting="policy"
          initial={{ Version: '2012-10-17', Statement: [] }}
          tools={(draft) => place.isEditable && <PolicyTemplates place={place} draft={draft} />}
        />
        <Part title={t('simulator.title')} hint={t('simulator.hint')}>
          <Simulator place={place} />
        </Part>
      </Stack>
    </Panel>
  )
}
