import { useTranslation } from 'react-i18next'
import { Panel } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { CorsPreset } from './cors-preset.tsx'
import { CorsRules } from './cors-rules.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** Which pages of other sites may ask for the bucket's objects. */
export function CorsPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.cors')} hint={t('cors.hint')}>
      <SettingEditor
        place={place}
        setting="cors"
        initial={{ CORSRules: [] }}
        tools={(draft) => place.isEditable && <CorsPreset draft={draft} />}
        form={(value, onChange) => <CorsRules value={value} onChange={onChange} />}
      />
    </Panel>
  )
}
