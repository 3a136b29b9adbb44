import { useTranslation } from 'react-i18next'
import { Panel } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { LoggingForm } from './logging-form.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** The bucket's requests, written as objects of another bucket. */
export function LoggingPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.logging')} hint={t('logging.hint')}>
      <SettingEditor
        place={place}
        setting="logging"
        initial={{ LoggingEnabled: { TargetBucket: '', TargetPrefix: `${place.name}/` } }}
        form={(value, onChange) => <LoggingForm project={place.project} value={value} onChange={onChange} />}
      />
    </Panel>
  )
}
