import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconId, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { CreateRole } from './create-role.tsx'
import { EntityList } from './entity-list.tsx'
import { iamPages } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { useIamPlace } from './use-iam-place.ts'

const minuteSeconds = 60

export function RoleList() {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const roles = useInfiniteQuery(iamPages(project, 'ListRoles', {}))
  const [isCreating, creating] = useDisclosure()
  const create = isChangeable && (
    <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
      {t('roles.create')}
    </Button>
  )
  return (
    <>
      <EntityList
        label={t('tabs.roles')}
        hint={t('roles.hint')}
        query={roles}
        rowsOf={({ Roles }) => Roles}
        keyOf={({ RoleName = '' }) => RoleName}
        columns={[
          {
            title: t('columns.name'),
            cell: ({ RoleName = '' }) => (
              <IamLink project={project} tab="roles" name={RoleName}>
                {RoleName}
              </IamLink>
            ),
          },
          { title: t('columns.description'), cell: ({ Description }) => Description },
          {
            title: t('columns.longestSession'),
            cell: ({ MaxSessionDuration = 0 }) =>
              t('roles.minutes', { minutes: formatCount(MaxSessionDuration / minuteSeconds) }),
          },
          { title: t('columns.created'), cell: ({ CreateDate }) => CreateDate && formatMoment(CreateDate) },
        ]}
        actions={create}
        empty={
          <EmptyState icon={IconId} title={t('roles.emptyTitle')}>
            {t('roles.empty')}
          </EmptyState>
        }
      />
      <CreateRole opened={isCreating} onClose={creating.close} />
    </>
  )
}
