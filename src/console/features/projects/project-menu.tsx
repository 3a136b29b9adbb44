import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { openForm } from '../../components/form-modal.tsx'
import { RenameProject } from './rename-project.tsx'
import { isPermanent, type Project } from './project.ts'
import { useProjectChanges } from './use-project-changes.ts'

interface ProjectMenuProps {
  readonly project: Project
  /** Framed beside other buttons, plain in a table. */
  readonly variant?: 'default' | 'subtle'
  readonly onRenamed?: (project: Project) => void
  readonly onDeleted?: () => void
}

/** What operators do with a project as a whole. */
export function ProjectMenu({ project, variant = 'default', onRenamed, onDeleted }: ProjectMenuProps) {
  const { t } = useTranslation('projects')
  const { resume, confirmSuspension, confirmDeletion, confirmDeletionOfAll } = useProjectChanges(
    project,
    onDeleted,
  )
  if (isPermanent(project) || project.state === 'deleting') return null
  const rename = () => {
    openForm({
      title: t('rename.title', { name: project.name }),
      form: (close) => (
        <RenameProject project={project} onClose={close} onRenamed={(renamed) => onRenamed?.(renamed)} />
      ),
    })
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant={variant}
          color="gray"
          size={variant === 'default' ? 'input-sm' : 'md'}
          aria-label={t('menu', { name: project.name })}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={rename}>
          {t('rename.item')}
        </Menu.Item>
        {project.state === 'active' ? (
          <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={confirmSuspension}>
            {t('suspend.item')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconPlayerPlay size={16} />} onClick={resume}>
            {t('resume')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={16} />}
          disabled={project.usage.buckets > 0}
          onClick={confirmDeletion}
        >
          {t('delete.item')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} />}
          c="var(--mantine-color-error)"
          onClick={confirmDeletionOfAll}
        >
          {t('deleteAll.item')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
