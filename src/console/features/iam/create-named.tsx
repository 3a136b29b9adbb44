import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormModal } from '../../components/form-modal.tsx'
import { useIamChange } from './iam-api.ts'
import { useIamPlace } from './use-iam-place.ts'

interface CreateNamedProps {
  readonly kind: 'user' | 'group'
  readonly opened: boolean
  readonly onClose: () => void
}

const tabs = { user: 'users', group: 'groups' } as const

/** Makes a user or a group, and goes on to it. */
export function CreateNamed({ kind, opened, onClose }: CreateNamedProps) {
  const { t } = useTranslation('iam')
  const { project, open } = useIamPlace()
  const change = useIamChange(project)
  const [name, setName] = useState('')
  const [path, setPath] = useState('/')
  const tab = tabs[kind]
  const creation = useMutation({
    mutationFn: async () => {
      if (kind === 'user') await change('CreateUser', { UserName: name, Path: path })
      else await change('CreateGroup', { GroupName: name, Path: path })
    },
    onSuccess: () => open(tab, name),
  })
  return (
    <FormModal
      title={t(`${tab}.create`)}
      action={t(`${tab}.create`)}
      isPending={creation.isPending}
      isIncomplete={name === ''}
      error={creation.error}
      onSubmit={() => creation.mutate()}
      {...{ opened, onClose }}
    >
      <TextInput
        data-autofocus
        required
        label={t('columns.name')}
        description={t('form.nameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="off"
      />
      <TextInput
        label={t('columns.path')}
        description={t('form.pathHint')}
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
        autoComplete="off"
      />
    </FormModal>
  )
}
