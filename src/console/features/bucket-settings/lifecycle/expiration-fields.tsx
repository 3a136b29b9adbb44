import { Fieldset, Group, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DaysInput } from './days-input.tsx'
import { dayOf, momentOf, withAction, type LifecycleRule, type RuleFieldsProps } from './rule.ts'

const kinds = ['never', 'days', 'date', 'markers'] as const
type Kind = (typeof kinds)[number]

function kindOf(expiration: LifecycleRule['Expiration']): Kind {
  if (!expiration) return 'never'
  if (expiration.ExpiredObjectDeleteMarker !== undefined) return 'markers'
  return expiration.Date === undefined ? 'days' : 'date'
}

const firsts: Readonly<Record<Kind, () => LifecycleRule['Expiration']>> = {
  never: () => undefined,
  days: () => ({ Days: 30 }),
  date: () => ({ Date: momentOf(new Date().toISOString().slice(0, 10)) }),
  markers: () => ({ ExpiredObjectDeleteMarker: true }),
}

/** When current versions expire. */
export function ExpirationFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('settings')
  const { Expiration: expiration } = rule
  const kind = kindOf(expiration)
  const put = (action: LifecycleRule['Expiration']) => onChange(withAction(rule, 'Expiration', action))
  const choose = (chosen: string) => put(firsts[kinds.find((each) => each === chosen) ?? 'never']())
  return (
    <Fieldset legend={t('lifecycle.expiration')}>
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={t('lifecycle.expires')}
          value={kind}
          onChange={(event) => choose(event.currentTarget.value)}
          data={kinds.map((each) => ({ value: each, label: t(`lifecycle.kind.${each}`) }))}
        />
        {kind === 'days' && (
          <DaysInput
            label={t('lifecycle.daysAfter')}
            value={expiration?.Days}
            onChange={(Days) => put({ Days })}
          />
        )}
        {kind === 'date' && (
          <TextInput
            type="date"
            label={t('lifecycle.date')}
            value={dayOf(expiration?.Date)}
            onChange={(event) =>
              event.currentTarget.value && put({ Date: momentOf(event.currentTarget.value) })
            }
          />
        )}
      </Group>
    </Fieldset>
  )
}
