import { Button, Code } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { formatMoment } from '../../lib/format.ts'
import { CreateNamed } from './create-named.tsx'
import { EntityList } from './entity-list.tsx'
import { iamPages } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { useIamPlace } from './use-iam-place.ts'

export function GroupList() {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const groups = useInfiniteQuery(iamPages(project, 'ListGroups', {}))
  const [isCreating, creating] = useDisclosure()
  const create = isChangeable && (
    <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
      {t('groups.create')}
    </Button>
  )
  return (
    <>
      <EntityList
        label={t('tabs.groups')}
        hint={t('groups.hint')}
        query={groups}
        rowsOf={({ Groups }) => Groups}
        keyOf={({ GroupName = '' }) => GroupName}
        columns={[
          {
            title: t('columns.name'),
            cell: ({ GroupName = '' }) => (
              <IamLink project={project} tab="groups" name={GroupName}>
                {GroupName}
              </IamLink>
            ),
          },
          { title: t('columns.path'), cell: ({ Path }) => <Code>{Path}</Code> },
          { title: t('columns.created'), cell: ({ CreateDate }) => CreateDate && formatMoment(CreateDate) },
        ]}
        actions={create}
        empty={
          <EmptyState icon={IconUsersGroup} title={t('groups.emptyTitle')}>
            {t('groups.empty')}
          </EmptyState>
        }
      />
      <CreateNamed kind="group" opened={isCreating} onClose={creating.close} />
    </>
  )
}
