import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FormProps } from '../frame/form-props.ts'

const kinds = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'] as const

/** To whom belongs what others write into the bucket. */
export function OwnershipForm({ value, onChange }: FormProps<'ownership'>) {
  const { t } = useTranslation('settings')
  const choose = (chosen: string) => {
    const kind = kinds.find((each) => each === chosen)
    if (kind) onChange({ Rules: [{ ObjectOwnership: kind }] })
  }
  return (
    <Radio.Group
      label={t('ownership.label')}
      value={value.Rules?.[0]?.ObjectOwnership ?? ''}
      onChange={choose}
    >
      <Stack gap="sm" mt="xs">
        {kinds.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={t(`ownership.${kind}`)}
            description={t(`ownership.${kind}Hint`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
