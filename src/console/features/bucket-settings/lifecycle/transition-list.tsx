import { ActionIcon, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DaysInput } from './days-input.tsx'
import { dayOf, momentOf, storageClasses, type LifecycleRule } from './rule.ts'

type StorageClass = NonNullable<LifecycleRule['Transitions']>[number]['StorageClass']

interface TransitionStep {
  readonly days: number | undefined
  /** Of the calendar; it takes the place of days. */
  readonly date?: string | undefined
  /** Versions that stay behind whatever their age. */
  readonly newer?: number | undefined
  readonly to: StorageClass
}

interface TransitionListProps {
  /** Of the button that adds one. */
  readonly label: string
  readonly steps: readonly TransitionStep[]
  readonly onChange: (steps: readonly TransitionStep[]) => void
}

/** Moves to other storage classes, each after some days. */
export function TransitionList({ label, steps, onChange }: TransitionListProps) {
  const { t } = useTranslation('settings')
  const put = (index: number, change: Partial<TransitionStep>) =>
    onChange(steps.map((step, n) => (n === index ? { ...step, ...change } : step)))
  return (
    <Stack gap="xs">
      {steps.map(({ days, date, to }, index) => (
        <Group key={index} align="flex-end" gap="xs">
          <NativeSelect
            label={t('lifecycle.to')}
            value={to ?? ''}
            data={[...new Set([...storageClasses, to ?? ''])]}
            onChange={(event) => {
              const chosen = storageClasses.find((each) => each === event.currentTarget.value)
              put(index, { to: chosen ?? to })
            }}
          />
          {date === undefined ? (
            <DaysInput
              label={t('lifecycle.afterDays')}
              min={0}
              value={days}
              onChange={(changed) => put(index, { days: changed })}
            />
          ) : (
            <TextInput
              type="date"
              label={t('lifecycle.date')}
              value={dayOf(date)}
              onChange={(event) => put(index, { date: momentOf(event.currentTarget.value) })}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            mb={4}
            aria-label={t('lifecycle.removeTransition', { number: index + 1 })}
            onClick={() => onChange(steps.filter((_, n) => n !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...steps, { days: 30, to: 'STANDARD_IA' }])}
        style={{ alignSelf: 'flex-start' }}
      >
        {label}
      </Button>
    </Stack>
  )
}
