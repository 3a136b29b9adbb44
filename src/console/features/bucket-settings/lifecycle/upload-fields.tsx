import { Fieldset, Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DaysInput } from './days-input.tsx'
import { withAction, type RuleFieldsProps } from './rule.ts'

/** When multipart uploads are given up that nobody completes. */
export function UploadFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('settings')
  const { AbortIncompleteMultipartUpload: abort } = rule
  const put = (days: number | undefined) =>
    onChange(
      withAction(
        rule,
        'AbortIncompleteMultipartUpload',
        days === undefined ? undefined : { DaysAfterInitiation: days },
      ),
    )
  return (
    <Fieldset legend={t('lifecycle.uploads')}>
      <Stack gap="sm">
        <Switch
          label={t('lifecycle.uploadsOn')}
          checked={abort !== undefined}
          onChange={(event) => put(event.currentTarget.checked ? 7 : undefined)}
        />
        {abort && (
          <DaysInput label={t('lifecycle.uploadDays')} value={abort.DaysAfterInitiation} onChange={put} />
        )}
      </Stack>
    </Fieldset>
  )
}
