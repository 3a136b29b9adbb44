import { Alert, Badge, Group, Stack, Text } from '@mantine/core'
import { IconTrashX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { formatBytes, formatCount } from '../../lib/format.ts'

const everyMs = 5000

/** Projects that go with everything in them. */
export function Deletions() {
  const { t } = useTranslation('activity')
  const query = useQuery({ ...adminQuery('listProjects'), refetchInterval: everyMs })
  return (
    <Queried query={query}>
      {({ projects }) => {
        const leaving = projects.filter(({ state }) => state === 'deleting')
        if (leaving.length === 0)
          return (
            <EmptyState icon={IconTrashX} title={t('deletions.emptyTitle')}>
              {t('deletions.empty')}
            </EmptyState>
          )
        return (
          <Stack>
            {leaving.map(({ id, name }) => (
              <Deletion key={id} id={id} name={name} />
            ))}
          </Stack>
        )
      }}
    </Queried>
  )
}

function Deletion({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTranslation('activity')
  const query = useQuery({ ...adminQuery('getDeletion', { id }), refetchInterval: everyMs })
  return (
    <Panel title={name}>
      <Queried query={query}>
        {({ state, problem, objects, bytes }) => (
          <>
            <Group gap="xs">
              <Badge
                miw="max-content"
                variant="light"
                color={state === 'blocked' ? 'orange' : 'blue'}
                tt="none"
              >
                {t(`deletions.states.${state}`)}
              </Badge>
              <Text size="sm">
                {t('deletions.gone', { objects: formatCount(objects), bytes: formatBytes(bytes) })}
              </Text>
            </Group>
            {problem !== null && <Alert color="orange">{problem}</Alert>}
          </>
        )}
      </Queried>
    </Panel>
  )
}
