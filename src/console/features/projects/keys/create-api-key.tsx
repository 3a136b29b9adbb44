import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { FormBody } from '../../../components/form-modal.tsx'
import { KeyFields } from './key-fields.tsx'
import { newKeyOf } from './key-values.ts'
import { useKeyForm } from './use-key-form.ts'
import type { OutputOf } from '../../../../admin/contract.ts'

interface CreateApiKeyProps {
  readonly project: string
  readonly onClose: () => void
  readonly onCreated: (key: OutputOf<'createApiKey'>) => void
}

export function CreateApiKey({ project, onClose, onCreated }: CreateApiKeyProps) {
  const { t } = useTranslation('projects')
  const create = useAdminChange('createApiKey', ['listApiKeys'])
  const form = useKeyForm()
  const submit = form.onSubmit((values) => {
    create.mutate(
      { project, ...newKeyOf(values) },
      {
        onSuccess: (key) => {
          onClose()
          onCreated(key)
        },
      },
    )
  })
  return (
    <FormBody action={t('key.create')} change={create} onSubmit={submit} onClose={onClose}>
      <KeyFields form={form} project={project} />
    </FormBody>
  )
}
