import { Badge, Group, Stack, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { mayChange, useSession } from '../../api/session.ts'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ButtonLink } from '../../components/anchor-link.tsx'
import { Queried } from '../../components/queried.tsx'
import { Moment } from './keys/key-cells.tsx'
import type { OutputOf } from '../../../admin/contract.ts'
import type { Project } from './project.ts'

type Member = OutputOf<'listMembers'>['members'][number]

/** Who may see and change a project in this console. */
export function MembersTab({ project: { name } }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const isOperator = mayChange(useSession())
  const members = useQuery(adminQuery('listMembers', { project: name }))
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {isOperator ? t('members.hint') : t('members.askOperator')}
        </Text>
        {isOperator && (
          <ButtonLink to="/operators" variant="default" leftSection={<IconUsers size={16} />}>
            {t('members.manage')}
          </ButtonLink>
        )}
      </Group>
      <Queried query={members}>
        {(data) =>
          data.members.length === 0 ? (
            <EmptyState icon={IconUsers} title={t('members.empty')}>
              {t('members.emptyHint')}
            </EmptyState>
          ) : (
            <MembersTable members={data.members} />
          )
        }
      </Queried>
    </Stack>
  )
}

function MembersTable({ members }: { readonly members: readonly Member[] }) {
  const { t } = useTranslation('projects')
  return (
    <DataTable
      label={t('tab.members')}
      rows={members}
      keyOf={({ name }) => name}
      columns={[
        { title: t('column.name'), cell: ({ name }) => name },
        { title: t('members.role'), cell: ({ role }) => t(`role.${role}`) },
        { title: t('members.reach'), cell: ({ isOfAll }) => t(isOfAll ? 'members.all' : 'members.chosen') },
        {
          title: t('key.status'),
          cell: ({ status }) => (
            <Badge variant="light" color={status === 'active' ? 'green' : 'orange'}>
              {t(`memberStatus.${status}`)}
            </Badge>
          ),
        },
        { title: t('members.signedIn'), cell: ({ signedInAt }) => <Moment at={signedInAt} /> },
      ]}
    />
  )
}
