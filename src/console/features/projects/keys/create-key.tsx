import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../../api/queries.ts'
import { FormBody } from '../../../components/form-modal.tsx'
import { KeyFields } from './key-fields.tsx'
import { newKeyOf } from './key-values.ts'
import { useKeyForm } from './use-key-form.ts'
import type { InputOf, OutputOf } from '../../../../admin/contract.ts'

/** The calls that make keys, and those that list what they made. */
const lists = { createKey: 'listKeys', createApiKey: 'listApiKeys' } as const

interface CreateKeyProps<Call extends keyof typeof lists> {
  readonly call: Call
  readonly project: string
  readonly onClose: () => void
  readonly onCreated: (key: OutputOf<Call>) => void
}

/** The form of a new access key or API key. */
export function CreateKey<Call extends keyof typeof lists>({
  call,
  project,
  onClose,
  onCreated,
}: CreateKeyProps<Call>) {
  const { t } = useTranslation('projects')
  const create = useAdminChange(call, [lists[call]])
  const form = useKeyForm()
  const submit = form.onSubmit((values) => {
    create.mutate({ project, ...newKeyOf(values) } as Partial<InputOf<Call>>, {
      onSuccess: (key) => {
        onClose()
        onCreated(key)
      },
    })
  })
  return (
    <FormBody action={t('key.create')} change={create} onSubmit={submit} onClose={onClose}>
      <KeyFields form={form} project={project} />
    </FormBody>
  )
}
