import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DocumentEditor } from './document-editor.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { useIamChange } from './iam-api.ts'
import { permissionTemplates } from './policy-templates.ts'
import { useIamPlace } from './use-iam-place.ts'

interface CreatePolicyProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function CreatePolicy({ opened, onClose }: CreatePolicyProps) {
  const { t } = useTranslation('iam')
  const { project, open } = useIamPlace()
  const change = useIamChange(project)
  const form = useForm({
    initialValues: { name: '', description: '', document: permissionTemplates.readBucket },
  })
  const { name, description, document } = form.values
  const creation = useMutation({
    mutationFn: () =>
      change('CreatePolicy', {
        PolicyName: name,
        PolicyDocument: document,
        ...(description !== '' && { Description: description }),
      }),
    onSuccess: ({ Policy }) => open('policies', Policy?.Arn),
  })
  return (
    <FormModal
      title={t('policies.create')}
      action={t('policies.create')}
      isPending={creation.isPending}
      isIncomplete={name === ''}
      onSubmit={() => creation.mutate()}
      {...{ opened, onClose }}
    >
      <TextInput
        data-autofocus
        required
        label={t('columns.name')}
        description={t('form.nameHint')}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <TextInput label={t('columns.description')} {...form.getInputProps('description')} />
      <DocumentEditor
        label={t('document.label')}
        value={document}
        onChange={(value) => form.setFieldValue('document', value)}
        templates={permissionTemplates}
        error={creation.error}
      />
    </FormModal>
  )
}
