import { Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FormProps } from '../frame/form-props.ts'

const names = ['BlockPublicPolicy', 'RestrictPublicBuckets', 'BlockPublicAcls', 'IgnorePublicAcls'] as const

/** The four parts of the public access block. */
export function BlockForm({ value, onChange }: FormProps<'publicAccessBlock'>) {
  const { t } = useTranslation('settings')
  return (
    <Stack gap="sm">
      {names.map((name) => (
        <Switch
          key={name}
          label={t(`block.${name}`)}
          description={t(`block.${name}Hint`)}
          checked={value[name] === true}
          onChange={(event) => onChange({ ...value, [name]: event.currentTarget.checked })}
        />
      ))}
    </Stack>
  )
}
