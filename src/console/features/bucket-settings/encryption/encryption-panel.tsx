import { useTranslation } from 'react-i18next'
import { Panel } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import { EncryptionForm } from './encryption-form.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** How new objects are encrypted that do not say so themselves. */
export function EncryptionPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.encryption')} hint={t('encryption.hint')}>
      <SettingEditor
        place={place}
        setting="encryption"
        initial={{ Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] }}
        form={(value, onChange) => (
          <EncryptionForm project={place.project} value={value} onChange={onChange} />
        )}
      />
    </Panel>
  )
}
