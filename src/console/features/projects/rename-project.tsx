import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { FormBody } from '../../components/form-modal.tsx'
import { projectNamePattern, type Project } from './project.ts'

interface RenameProjectProps {
  readonly project: Project
  readonly onClose: () => void
  readonly onRenamed: (project: Project) => void
}

export function RenameProject({ project: { name }, onClose, onRenamed }: RenameProjectProps) {
  const { t } = useTranslation('projects')
  const rename = useAdminChange('renameProject', ['listProjects', 'listBuckets'])
  const form = useForm({
    initialValues: { newName: name },
    validate: { newName: (newName) => (projectNamePattern.test(newName) ? null : t('name.wrong')) },
  })
  const submit = form.onSubmit(({ newName }) => {
    rename.mutate(
      { name, newName },
      {
        onSuccess: (project) => {
          onClose()
          onRenamed(project)
        },
      },
    )
  })
  return (
    <FormBody action={t('rename.action')} change={rename} onSubmit={submit} onClose={onClose}>
      <TextInput
        data-autofocus
        label={t('name.label')}
        description={t('rename.hint')}
        autoComplete="off"
        {...form.getInputProps('newName')}
      />
    </FormBody>
  )
}
