import { NumberInput } from '@mantine/core'

interface DaysInputProps {
  readonly label: string
  readonly value: number | undefined
  readonly onChange: (days: number) => void
  readonly min?: number
}

/** A number of days. */
export const DaysInput = ({ label, value, onChange, min = 1 }: DaysInputProps) => (
  <NumberInput
    label={label}
    value={value ?? ''}
    min={min}
    allowDecimal={false}
    onChange={(days) => onChange(Number(days))}
  />
)
