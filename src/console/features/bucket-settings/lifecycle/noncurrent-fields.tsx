import { Fieldset, Group, NumberInput, Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DaysInput } from './days-input.tsx'
import { withAction, type LifecycleRule, type RuleFieldsProps } from './rule.ts'

type Age = NonNullable<LifecycleRule['NoncurrentVersionExpiration']>

/** When versions go that are no longer current, and how many of them stay all the same. */
export function NoncurrentFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('settings')
  const { NoncurrentVersionExpiration: age } = rule
  const put = (action: Age | undefined) => onChange(withAction(rule, 'NoncurrentVersionExpiration', action))
  const keep = (count: string | number) =>
    put({
      NoncurrentDays: age?.NoncurrentDays ?? 1,
      ...(count !== '' && { NewerNoncurrentVersions: Number(count) }),
    })
  return (
    <Fieldset legend={t('lifecycle.noncurrent')}>
      <Stack gap="sm">
        <Switch
          label={t('lifecycle.noncurrentOn')}
          checked={age !== undefined}
          onChange={(event) => put(event.currentTarget.checked ? { NoncurrentDays: 30 } : undefined)}
        />
        {age && (
          <Group align="flex-end" gap="xs">
            <DaysInput
              label={t('lifecycle.noncurrentDays')}
              value={age.NoncurrentDays}
              onChange={(NoncurrentDays) => put({ ...age, NoncurrentDays })}
            />
            <NumberInput
              label={t('lifecycle.newer')}
              value={age.NewerNoncurrentVersions ?? ''}
              min={1}
              max={100}
              allowDecimal={false}
              onChange={keep}
            />
          </Group>
        )}
      </Stack>
    </Fieldset>
  )
}
