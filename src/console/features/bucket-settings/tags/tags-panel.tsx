import { useTranslation } from 'react-i18next'
import { KeyValues } from '../fields/key-values.tsx'
import { Panel } from '../frame/panel.tsx'
import { SettingEditor } from '../frame/setting-editor.tsx'
import type { PanelProps } from '../frame/bucket-place.ts'

/** Keys and values that sort buckets. */
export function TagsPanel({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  return (
    <Panel title={t('tabs.tags')} hint={t('tags.hint')}>
      <SettingEditor
        place={place}
        setting="tags"
        initial={{ TagSet: [] }}
        isFormOnly
        form={(value, onChange) => (
          <KeyValues tags={value.TagSet ?? []} onChange={(TagSet) => onChange({ TagSet })} />
        )}
      />
    </Panel>
  )
}
