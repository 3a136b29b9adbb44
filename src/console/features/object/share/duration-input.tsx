import { Group, NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const units = { minutes: 60, hours: 3600, days: 86_400 } as const
type Unit = keyof typeof units

export interface Duration {
  readonly amount: number
  readonly unit: Unit
}

export const secondsOf = ({ amount, unit }: Duration): number => amount * units[unit]

const names: readonly Unit[] = ['minutes', 'hours', 'days']

interface DurationInputProps {
  readonly value: Duration
  readonly onChange: (duration: Duration) => void
  readonly error?: string | undefined
}

/** How long something is good for. */
export function DurationInput({ value, onChange, error }: DurationInputProps) {
  const { t } = useTranslation('object')
  return (
    <Group gap="xs" align="flex-start">
      <NumberInput
        label={t('duration.label')}
        min={1}
        allowDecimal={false}
        w={140}
        value={value.amount}
        error={error}
        onChange={(amount) => onChange({ ...value, amount: Number(amount) })}
      />
      <Select
        label={t('duration.unit')}
        allowDeselect={false}
        w={140}
        value={value.unit}
        data={names.map((unit) => ({ value: unit, label: t(`duration.${unit}`) }))}
        onChange={(unit) => onChange({ ...value, unit: names.find((name) => name === unit) ?? value.unit })}
      />
    </Group>
  )
}
