import { NativeSelect, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery, useAdminChange } from '../../api/queries.ts'
import { mayChange, useSession } from '../../api/session.ts'
import { FormBody } from '../../components/form-modal.tsx'
import { BucketNameField } from './bucket-name-field.tsx'
import { isBucketName } from './bucket-name-rules.ts'
import type { OutputOf } from '../../../admin/contract.ts'

interface CreateBucketProps {
  /** Absent: it is asked for. */
  readonly project?: string
  readonly onClose: () => void
  readonly onCreated: (bucket: OutputOf<'createBucket'>) => void
}

export function CreateBucket({ project, onClose, onCreated }: CreateBucketProps) {
  const { t } = useTranslation('projects')
  const projects = useOpenProjects()
  const create = useAdminChange('createBucket', ['listBuckets', 'listProjects', 'getProject'])
  const form = useForm({
    initialValues: { project: project ?? '', name: '', objectLock: false },
    validate: { name: (name) => (isBucketName(name) ? null : t('createBucket.nameWrong')) },
  })
  const submit = form.onSubmit((values) => {
    create.mutate(
      { ...values, project: values.project || projects[0] },
      {
        onSuccess: (bucket) => {
          onClose()
          onCreated(bucket)
        },
      },
    )
  })
  return (
    <FormBody action={t('createBucket.action')} change={create} onSubmit={submit} onClose={onClose}>
      {project === undefined && (
        <NativeSelect
          label={t('createBucket.project')}
          data={[...projects]}
          {...form.getInputProps('project')}
        />
      )}
      <BucketNameField data-autofocus {...form.getInputProps('name')} />
      <Switch
        label={t('createBucket.objectLock')}
        description={t('createBucket.objectLockHint')}
        {...form.getInputProps('objectLock', { type: 'checkbox' })}
      />
    </FormBody>
  )
}

/** The names of the projects in which one may make buckets. */
function useOpenProjects(): readonly string[] {
  const session = useSession()
  const { data } = useQuery(adminQuery('listProjects'))
  const open = data?.projects.filter(({ name, state }) => state === 'active' && mayChange(session, name))
  return open?.map(({ name }) => name) ?? []
}
