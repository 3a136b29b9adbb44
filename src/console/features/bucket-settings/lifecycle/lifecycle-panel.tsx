import { useTranslation } from 'react-i18next'
import { Panel } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { LifecycleRules } from './lifecycle-rules.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** What becomes of objects as they age. */
export function LifecyclePanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.lifecycle')} hint={t('lifecycle.hint')}>
      <SettingEditor
        place={place}
        setting="lifecycle"
        initial={{ Rules: [] }}
        form={(value, onChange) => <LifecycleRules value={value} onChange={onChange} />}
      />
    </Panel>
  )
}
