import { Checkbox, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface DownloadNameProps {
  /** Undefined: the browser shows the file, where it can. */
  readonly value: string | undefined
  readonly usual: string
  readonly onChange: (name: string | undefined) => void
}

/** Whether browsers save what they get, and under which name. */
export function DownloadName({ value, usual, onChange }: DownloadNameProps) {
  const { t } = useTranslation('object')
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('share.download')}
        checked={value !== undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? usual : undefined)}
      />
      {value !== undefined && (
        <TextInput
          label={t('share.downloadName')}
          maxLength={255}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Stack>
  )
}
