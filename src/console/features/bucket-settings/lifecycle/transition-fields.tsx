import { Fieldset, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TransitionList } from './transition-list.tsx'
import { withAction, type RuleFieldsProps } from './rule.ts'

/** When versions move to other storage classes. */
export function TransitionFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('settings')
  const { Transitions = [], NoncurrentVersionTransitions = [] } = rule
  return (
    <Fieldset legend={t('lifecycle.transitions')}>
      <Stack gap="md">
        <TransitionList
          label={t('lifecycle.addTransition')}
          steps={Transitions.map(({ Days, Date: date, StorageClass }) => ({
            days: Days,
            date,
            to: StorageClass,
          }))}
          onChange={(steps) =>
            onChange(
              withAction(
                rule,
                'Transitions',
                steps.length === 0
                  ? undefined
                  : steps.map(({ days, date, to }) => ({
                      ...(date === undefined ? { Days: days } : { Date: date }),
                      StorageClass: to,
                    })),
              ),
            )
          }
        />
        <TransitionList
          label={t('lifecycle.addOldTransition')}
          steps={NoncurrentVersionTransitions.map(
            ({ NoncurrentDays, NewerNoncurrentVersions, StorageClass }) => ({
              days: NoncurrentDays,
              newer: NewerNoncurrentVersions,
              to: StorageClass,
            }),
          )}
          onChange={(steps) =>
            onChange(
              withAction(
                rule,
                'NoncurrentVersionTransitions',
                steps.length === 0
                  ? undefined
                  : steps.map(({ days, newer, to }) => ({
                      NoncurrentDays: days,
                      ...(newer !== undefined && { NewerNoncurrentVersions: newer }),
                      StorageClass: to,
                    })),
              ),
            )
          }
        />
      </Stack>
    </Fieldset>
  )
}
