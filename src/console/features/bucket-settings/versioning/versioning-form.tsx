import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FormProps } from '../frame/form-props.ts'

const states = ['Enabled', 'Suspended'] as const

interface VersioningFormProps extends FormProps<'versioning'> {
  /** Object lock needs versions: they cannot be suspended. */
  readonly isLocked: boolean
}

/** Off until it is first switched on; from then on it can only be suspended. */
export function VersioningForm({ value, onChange, isLocked }: VersioningFormProps) {
  const { t } = useTranslation('settings')
  const choose = (chosen: string) => {
    const state = states.find((each) => each === chosen)
    if (state) onChange({ ...value, Status: state })
  }
  return (
    <Radio.Group label={t('versioning.label')} value={value.Status ?? 'Off'} onChange={choose}>
      <Stack gap="sm" mt="xs">
        <Radio
          value="Off"
          label={t('versioning.Off')}
          description={t('versioning.OffHint')}
          disabled={value.Status !== undefined}
        />
        {states.map((state) => (
          <Radio
            key={state}
            value={state}
            label={t(`versioning.${state}`)}
            description={t(`versioning.${state}Hint`)}
            disabled={state === 'Suspended' && isLocked}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
