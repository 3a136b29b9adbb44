import { useTranslation } from 'react-i18next'
import { Panel } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { WebsiteForm } from './website-form.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** The bucket as a website. */
export function WebsitePanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.website')} hint={t('website.hint')}>
      <SettingEditor
        place={place}
        setting="website"
        initial={{ IndexDocument: { Suffix: 'index.html' }, ErrorDocument: { Key: 'error.html' } }}
        form={(value, onChange) => <WebsiteForm value={value} onChange={onChange} />}
      />
    </Panel>
  )
}
