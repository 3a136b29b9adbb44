import { NumberInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { FormBody } from '../../components/form-modal.tsx'
import { inputOf } from './object-place.ts'
import type { ObjectProps } from './described-object.ts'

/** Makes an archived object readable for some days. */
export function RestoreForm({ place, onDone }: ObjectProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('object')
  const change = useAdminChange('restoreObject', ['describeObject'])
  const form = useForm({ initialValues: { days: 7 } })
  const save = form.onSubmit(({ days }) => change.mutate({ ...inputOf(place), days }, { onSuccess: onDone }))
  return (
    <FormBody action={t('restore.action')} change={change} onSubmit={save} onClose={onDone}>
      <Text size="sm">{t('restore.hint')}</Text>
      <NumberInput
        label={t('restore.days')}
        min={1}
        max={365}
        allowDecimal={false}
        {...form.getInputProps('days')}
      />
    </FormBody>
  )
}
