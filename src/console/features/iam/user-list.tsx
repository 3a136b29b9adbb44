import { Button, Code } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconUser } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { formatMoment } from '../../lib/format.ts'
import { CreateNamed } from './create-named.tsx'
import { EntityList } from './entity-list.tsx'
import { iamPages } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { useIamPlace } from './use-iam-place.ts'

export function UserList() {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const users = useInfiniteQuery(iamPages(project, 'ListUsers', {}))
  const [isCreating, creating] = useDisclosure()
  const create = isChangeable && (
    <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
      {t('users.create')}
    </Button>
  )
  return (
    <>
      <EntityList
        label={t('tabs.users')}
        hint={t('users.hint')}
        query={users}
        rowsOf={({ Users }) => Users}
        keyOf={({ UserName = '' }) => UserName}
        columns={[
          {
            title: t('columns.name'),
            cell: ({ UserName = '' }) => (
              <IamLink project={project} tab="users" name={UserName}>
                {UserName}
              </IamLink>
            ),
          },
          { title: t('columns.path'), cell: ({ Path }) => <Code>{Path}</Code> },
          { title: t('columns.created'), cell: ({ CreateDate }) => CreateDate && formatMoment(CreateDate) },
        ]}
        actions={create}
        empty={
          <EmptyState icon={IconUser} title={t('users.emptyTitle')}>
            {t('users.empty')}
          </EmptyState>
        }
      />
      <CreateNamed kind="user" opened={isCreating} onClose={creating.close} />
    </>
  )
}
