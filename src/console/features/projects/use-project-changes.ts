import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import { useAdminChange } from '../../api/queries.ts'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { formatBytes, formatCount } from '../../lib/format.ts'
import { heldBytes, type Project } from './project.ts'

const shown = ['listProjects', 'getProject', 'listBuckets'] as const

/** Suspending, resuming and deleting a project, each asked about as much as it can do harm. */
export function useProjectChanges(project: Project, onDeleted?: () => void) {
  const { t } = useTranslation('projects')
  const onError = useTellProblem()
  const setState = useAdminChange('setProjectState', shown)
  const deleteEmpty = useAdminChange('deleteProject', ['listProjects'])
  const deleteAll = useAdminChange('deleteProjectWithEverything', shown)
  const { name, usage } = project
  const held = {
    name,
    buckets: formatCount(usage.buckets),
    objects: formatCount(usage.objects),
    bytes: formatBytes(heldBytes(project)),
  }
  return {
    resume: () => {
      setState.mutate({ name, state: 'active' }, { onError })
    },
    confirmSuspension: () => {
      modals.openConfirmModal({
        title: t('suspend.title', { name }),
        children: t('suspend.text'),
        labels: { confirm: t('suspend.item'), cancel: t('common:actions.cancel') },
        onConfirm: () => {
          setState.mutate({ name, state: 'suspended' }, { onError })
        },
      })
    },
    confirmDeletion: () => {
      confirmByTyping({
        title: t('delete.title', { name }),
        children: t('delete.text'),
        name,
        action: t('delete.item'),
        onConfirm: () => {
          // Goes on before the query of what is gone is asked again.
          deleteEmpty.mutate({ name }, { onError, ...(onDeleted && { onSuccess: onDeleted }) })
        },
      })
    },
    confirmDeletionOfAll: () => {
      confirmByTyping({
        title: t('deleteAll.title', { name }),
        children: t('deleteAll.text', held),
        name,
        action: t('deleteAll.item'),
        onConfirm: () => {
          deleteAll.mutate({ name, confirm: name }, { onError })
        },
      })
    },
  }
}
