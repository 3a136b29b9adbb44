import { Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { FormBody } from '../../components/form-modal.tsx'
import { projectNamePattern, type Project } from './project.ts'

interface CreateProjectProps {
  readonly onClose: () => void
  readonly onCreated: (project: Project) => void
}

const namespaces = ['shared', 'own'] as const

export function CreateProject({ onClose, onCreated }: CreateProjectProps) {
  const { t } = useTranslation('projects')
  const create = useAdminChange('createProject', ['listProjects'])
  const form = useForm<{ name: string; namespace: string }>({
    initialValues: { name: '', namespace: 'shared' },
    validate: { name: (name) => (projectNamePattern.test(name) ? null : t('name.wrong')) },
  })
  const submit = form.onSubmit(({ name, namespace }) => {
    const chosen = namespaces.find((each) => each === namespace)
    create.mutate(
      { name, namespace: chosen },
      {
        onSuccess: (project) => {
          onClose()
          onCreated(project)
        },
      },
    )
  })
  return (
    <FormBody action={t('create.action')} change={create} onSubmit={submit} onClose={onClose}>
      <TextInput
        data-autofocus
        label={t('name.label')}
        description={t('name.hint')}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <Radio.Group label={t('namespace.label')} {...form.getInputProps('namespace')}>
        <Stack gap="xs" mt="xs">
          {namespaces.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`namespace.${each}`)}
              description={t(`namespace.${each}Hint`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </FormBody>
  )
}
