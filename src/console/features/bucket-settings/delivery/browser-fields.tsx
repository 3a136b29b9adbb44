import { Autocomplete, Stack, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { defined, type DeliveryFieldsProps } from './delivery.ts'

const cachings = ['public, no-cache', 'public, max-age=3600', 'public, max-age=31536000, immutable']

/** How public objects are sent. */
export function BrowserFields({ value, onChange }: DeliveryFieldsProps) {
  const { t } = useTranslation('settings')
  return (
    <Stack gap="sm" maw={720}>
      <Autocomplete
        label={t('browser.cache')}
        description={t('browser.cacheHint')}
        data={cachings}
        value={value.cacheControl ?? ''}
        onChange={(text) => onChange(defined({ ...value, cacheControl: text || undefined }))}
      />
      <Switch
        label={t('browser.compress')}
        description={t('browser.compressHint')}
        checked={value.compress ?? true}
        onChange={(event) =>
          onChange(defined({ ...value, compress: event.currentTarget.checked ? undefined : false }))
        }
      />
      <TextInput
        label={t('browser.purge')}
        description={t('browser.purgeHint')}
        placeholder="cdn"
        value={value.purge ?? ''}
        onChange={(event) => onChange(defined({ ...value, purge: event.currentTarget.value || undefined }))}
      />
    </Stack>
  )
}
