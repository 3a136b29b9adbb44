import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { ChooseAndAdd } from './choose-and-add.tsx'
import { iamQuery, useIamChange } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { RemoveButton } from './remove-button.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'

const mostGroups = 1000

/** The groups that a user is in. */
export function UserGroups({ user }: { readonly user: string }) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const change = useIamChange(project)
  const query = useQuery(iamQuery(project, 'ListGroupsForUser', { UserName: user }))
  const leaving = useIamAction((GroupName: string) =>
    change('RemoveUserFromGroup', { UserName: user, GroupName }),
  )
  return (
    <Panel title={t('tabs.groups')} hint={t('users.groupsHint')}>
      <Queried query={query}>
        {({ Groups = [] }) => (
          <>
            {Groups.length === 0 ? (
              <Text size="sm">{t('users.noGroups')}</Text>
            ) : (
              <DataTable
                label={t('tabs.groups')}
                minWidth={260}
                rows={Groups}
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
                  {
                    title: t('columns.actions'),
                    align: 'right',
                    cell: ({ GroupName = '' }) =>
                      isChangeable && (
                        <RemoveButton
                          label={t('users.leave', { name: GroupName })}
                          onClick={() => leaving.mutate(GroupName)}
                        />
                      ),
                  },
                ]}
              />
            )}
            {isChangeable && <JoinGroup user={user} joined={Groups.map(({ GroupName }) => GroupName)} />}
          </>
        )}
      </Queried>
    </Panel>
  )
}

interface JoinGroupProps {
  readonly user: string
  readonly joined: readonly (string | undefined)[]
}

function JoinGroup({ user, joined }: JoinGroupProps) {
  const { t } = useTranslation('iam')
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const { data } = useQuery(iamQuery(project, 'ListGroups', { MaxItems: mostGroups }))
  return (
    <ChooseAndAdd
      label={t('users.chooseGroup')}
      choices={(data?.Groups ?? [])
        .map(({ GroupName = '' }) => GroupName)
        .filter((name) => !joined.includes(name))}
      nothingFound={t('users.noGroupFound')}
      action={t('users.join')}
      onAdd={(GroupName) => change('AddUserToGroup', { UserName: user, GroupName })}
    />
  )
}
