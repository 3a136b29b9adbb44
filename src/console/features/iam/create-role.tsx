import { NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { DocumentEditor } from './document-editor.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { useIamChange } from './iam-api.ts'
import { trustTemplates } from './policy-templates.ts'
import { useIamPlace } from './use-iam-place.ts'

interface CreateRoleProps {
  readonly opened: boolean
  readonly onClose: () => void
}

const minuteSeconds = 60
/** As IAM bounds it. */
const minutes = { least: 60, most: 720 }

export function CreateRole({ opened, onClose }: CreateRoleProps) {
  const { t } = useTranslation('iam')
  const { project, open } = useIamPlace()
  const change = useIamChange(project)
  const { data } = useQuery(adminQuery('getProject', { name: project }))
  const templates = trustTemplates(data?.id ?? 'ACCOUNT')
  const form = useForm({
    initialValues: { name: '', description: '', minutes: minutes.least, trust: '' },
  })
  const { name, description, trust } = form.values
  const document = trust === '' ? templates.account : trust
  const creation = useMutation({
    mutationFn: () =>
      change('CreateRole', {
        RoleName: name,
        AssumeRolePolicyDocument: document,
        MaxSessionDuration: form.values.minutes * minuteSeconds,
        ...(description !== '' && { Description: description }),
      }),
    onSuccess: () => open('roles', name),
  })
  return (
    <FormModal
      title={t('roles.create')}
      action={t('roles.create')}
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
      <NumberInput
        label={t('roles.longestMinutes')}
        min={minutes.least}
        max={minutes.most}
        {...form.getInputProps('minutes')}
      />
      <DocumentEditor
        label={t('trust.label')}
        value={document}
        onChange={(value) => form.setFieldValue('trust', value)}
        templates={templates}
        error={creation.error}
      />
    </FormModal>
  )
}
