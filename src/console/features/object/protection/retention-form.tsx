import { Alert, Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { confirmByTyping } from '../../../components/confirm-by-typing.tsx'
import { FormBody } from '../../../components/form-modal.tsx'
import { useTellProblem } from '../../../components/problem-text.ts'
import { fileNameOf, inputOf } from '../object-place.ts'
import { inAMonth, localMoment, momentOfLocal } from './local-moment.ts'
import type { ObjectProps } from '../described-object.ts'

const modes = ['none', 'GOVERNANCE', 'COMPLIANCE'] as const

interface Values {
  mode: (typeof modes)[number]
  /** As the input of date and time has it. */
  until: string
  bypassGovernance: boolean
}

/** Says what each choice means before it is made; what nobody can take back is confirmed by typing. */
export function RetentionForm({ place, object, onDone }: ObjectProps & { readonly onDone: () => void }) {
  const { t } = useTranslation(['object', 'common'])
  const tell = useTellProblem()
  const change = useAdminChange('setRetention', ['describeObject'])
  const isGoverned = object.retention?.mode === 'GOVERNANCE'
  const form = useForm<Values>({
    initialValues: {
      mode: object.retention?.mode ?? 'none',
      until: object.retention ? localMoment(object.retention.until) : inAMonth(),
      bypassGovernance: false,
    },
    validate: {
      until: (until, { mode }) =>
        mode === 'none' || (momentOfLocal(until) ?? '') > new Date().toISOString()
          ? null
          : t('retention.past'),
    },
  })
  const save = form.onSubmit(({ mode, until, bypassGovernance }) => {
    const moment = momentOfLocal(until)
    const retention = mode === 'none' || moment === undefined ? null : { mode, until: moment }
    const input = { ...inputOf(place), retention, ...(isGoverned && { bypassGovernance }) }
    if (mode !== 'COMPLIANCE') {
      change.mutate(input, { onSuccess: onDone })
      return
    }
    onDone()
    confirmByTyping({
      title: t('retention.COMPLIANCE'),
      children: t('retention.means.COMPLIANCE'),
      name: fileNameOf(place.key),
      action: t('retention.keep'),
      onConfirm: () => change.mutate(input, { onError: tell }),
    })
  })
  const { mode } = form.values
  return (
    <FormBody action={t('common:actions.save')} change={change} onSubmit={save} onClose={onDone}>
      <Radio.Group label={t('retention.mode')} {...form.getInputProps('mode')}>
        <Stack gap="xs" mt="xs">
          {modes.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`retention.${each}`)}
              description={t(`retention.means.${each}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {mode !== 'none' && (
        <TextInput type="datetime-local" label={t('retention.date')} {...form.getInputProps('until')} />
      )}
      {mode === 'COMPLIANCE' && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle />}>
          {t('retention.forever')}
        </Alert>
      )}
      {isGoverned && (
        <Checkbox
          label={t('retention.bypass')}
          description={t('retention.bypassHint')}
          {...form.getInputProps('bypassGovernance', { type: 'checkbox' })}
        />
      )}
    </FormBody>
  )
}
