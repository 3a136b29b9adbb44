import { Alert, Group, NativeSelect, NumberInput, Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FormProps } from '../frame/form-props.ts'

type Lock = FormProps<'objectLock'>['value']
type Retention = NonNullable<NonNullable<Lock['Rule']>['DefaultRetention']>

const modes = ['GOVERNANCE', 'COMPLIANCE'] as const
const units = ['Days', 'Years'] as const
const firstRetention: Retention = { Mode: 'GOVERNANCE', Days: 30 }

interface LockFormProps extends FormProps<'objectLock'> {
  readonly isLocked: boolean
}

/** Object lock, which is switched on for good, and how long new versions are kept by default. */
export function LockForm({ value, onChange, isLocked }: LockFormProps) {
  const { t } = useTranslation('settings')
  const isOn = value.ObjectLockEnabled === 'Enabled'
  const retention = value.Rule?.DefaultRetention
  const put = (chosen: Retention | undefined) =>
    onChange({ ObjectLockEnabled: 'Enabled', ...(chosen && { Rule: { DefaultRetention: chosen } }) })
  return (
    <Stack gap="sm">
      <Switch
        label={t('lock.on')}
        description={t('lock.onHint')}
        checked={isOn}
        disabled={isLocked}
        onChange={(event) => (event.currentTarget.checked ? put(undefined) : onChange({}))}
      />
      <Switch
        label={t('lock.default')}
        description={t('lock.defaultHint')}
        checked={retention !== undefined}
        disabled={!isOn}
        onChange={(event) => put(event.currentTarget.checked ? firstRetention : undefined)}
      />
      {retention && <RetentionFields retention={retention} onChange={put} />}
    </Stack>
  )
}

interface RetentionFieldsProps {
  readonly retention: Retention
  readonly onChange: (retention: Retention) => void
}

function RetentionFields({ retention, onChange }: RetentionFieldsProps) {
  const { t } = useTranslation('settings')
  const { Mode = 'GOVERNANCE', Days, Years } = retention
  const unit = Years === undefined ? 'Days' : 'Years'
  const period = Years ?? Days ?? 1
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={t('lock.mode')}
          value={Mode}
          data={[...modes]}
          onChange={(event) =>
            onChange({ ...retention, Mode: modes.find((each) => each === event.currentTarget.value) })
          }
        />
        <NumberInput
          label={t('lock.period')}
          min={1}
          max={unit === 'Days' ? 36_500 : 100}
          allowDecimal={false}
          value={period}
          onChange={(number) => onChange({ Mode, [unit]: Number(number) })}
        />
        <NativeSelect
          label={t('lock.unit')}
          value={unit}
          data={units.map((each) => ({ value: each, label: t(`lock.${each}`) }))}
          onChange={(event) => onChange({ Mode, [event.currentTarget.value]: period })}
        />
      </Group>
      <Alert color={Mode === 'COMPLIANCE' ? 'orange' : 'blue'}>{t(`lock.${Mode}`)}</Alert>
    </Stack>
  )
}
