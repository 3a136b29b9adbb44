import { Badge, Group, Text } from '@mantine/core'
import { IconCircleCheck, IconPlayerPause, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session.ts'
import { formatBytes, formatCount } from '../../lib/format.ts'
import type { Project } from './project.ts'

const looks = {
  active: { color: 'green', Picture: IconCircleCheck },
  suspended: { color: 'orange', Picture: IconPlayerPause },
  deleting: { color: 'red', Picture: IconTrash },
} as const

/** Whether a project is open, and how far its deletion has come. */
export function ProjectState({ project }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const { role } = useSession()
  const { color, Picture } = looks[project.state]
  return (
    <Group gap="xs">
      <Badge color={color} variant="light" leftSection={<Picture size={12} />}>
        {t(`state.${project.state}`)}
      </Badge>
      {project.state === 'deleting' && role === 'operator' && <DeletionProgress id={project.id} />}
    </Group>
  )
}

const askAgainMs = 2000

function DeletionProgress({ id }: { readonly id: string }) {
  const { t } = useTranslation('projects')
  const { data } = useQuery({ ...adminQuery('getDeletion', { id }), refetchInterval: askAgainMs })
  if (!data) return null
  const shown = { objects: formatCount(data.objects), bytes: formatBytes(data.bytes) }
  return (
    <Text size="xs" role="status">
      {data.state === 'blocked'
        ? t('deletion.blocked', { ...shown, problem: data.problem })
        : t('deletion.running', shown)}
    </Text>
  )
}
