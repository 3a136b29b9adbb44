import { NativeSelect, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { FormBody } from '../../../components/form-modal.tsx'
import type { OutputOf } from '../../../../admin/contract.ts'

interface RotateKeyProps {
  readonly id: string
  readonly onClose: () => void
  readonly onRotated: (key: OutputOf<'rotateKey'>) => void
}

const hour = 3600
const day = 24 * hour

/** For how long the old key goes on, in seconds. */
const overlaps = { none: 0, hour, day, week: 7 * day, month: 30 * day } as const
const overlapNames = Object.keys(overlaps) as readonly (keyof typeof overlaps)[]

export function RotateKey({ id, onClose, onRotated }: RotateKeyProps) {
  const { t } = useTranslation('projects')
  const rotate = useAdminChange('rotateKey', ['listKeys'])
  const form = useForm({ initialValues: { overlap: String(overlaps.day) } })
  const submit = form.onSubmit(({ overlap }) => {
    rotate.mutate(
      { id, overlapSeconds: Number(overlap) },
      {
        onSuccess: (key) => {
          onClose()
          onRotated(key)
        },
      },
    )
  })
  return (
    <FormBody action={t('rotate.action')} change={rotate} onSubmit={submit} onClose={onClose}>
      <Text size="sm">{t('rotate.text', { id })}</Text>
      <NativeSelect
        data-autofocus
        label={t('rotate.overlap')}
        data={overlapNames.map((name) => ({ value: String(overlaps[name]), label: t(`overlap.${name}`) }))}
        {...form.getInputProps('overlap')}
      />
    </FormBody>
  )
}
