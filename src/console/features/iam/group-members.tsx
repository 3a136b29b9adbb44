import { Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table.tsx'
import { MorePages } from '../../components/more-pages.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { ChooseAndAdd } from './choose-and-add.tsx'
import { iamPages, iamQuery, useIamChange } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { RemoveButton } from './remove-button.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'

const mostUsers = 1000

/** The users of a group. */
export function GroupMembers({ group }: { readonly group: string }) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const change = useIamChange(project)
  const query = useInfiniteQuery(iamPages(project, 'GetGroup', { GroupName: group }))
  const removing = useIamAction((UserName: string) =>
    change('RemoveUserFromGroup', { GroupName: group, UserName }),
  )
  return (
    <Panel title={t('groups.members')} hint={t('groups.membersHint')}>
      <Queried query={query}>
        {({ pages }) => {
          const users = pages.flatMap(({ Users = [] }) => Users)
          return (
            <>
              {users.length === 0 ? (
                <Text size="sm">{t('groups.noMembers')}</Text>
              ) : (
                <DataTable
                  label={t('groups.members')}
                  minWidth={260}
                  rows={users}
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
                    {
                      title: t('columns.actions'),
                      align: 'right',
                      cell: ({ UserName = '' }) =>
                        isChangeable && (
                          <RemoveButton
                            label={t('groups.removeMember', { name: UserName })}
                            onClick={() => removing.mutate(UserName)}
                          />
                        ),
                    },
                  ]}
                />
              )}
              <MorePages query={query} />
              {isChangeable && <AddMember group={group} members={users.map(({ UserName }) => UserName)} />}
            </>
          )
        }}
      </Queried>
    </Panel>
  )
}

interface AddMemberProps {
  readonly group: string
  readonly members: readonly (string | undefined)[]
}

function AddMember({ group, members }: AddMemberProps) {
  const { t } = useTranslation('iam')
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const { data } = useQuery(iamQuery(project, 'ListUsers', { MaxItems: mostUsers }))
  return (
    <ChooseAndAdd
      label={t('groups.chooseUser')}
      choices={(data?.Users ?? [])
        .map(({ UserName = '' }) => UserName)
        .filter((name) => !members.includes(name))}
      nothingFound={t('groups.noUserFound')}
      action={t('groups.addMember')}
      onAdd={(UserName) => change('AddUserToGroup', { GroupName: group, UserName })}
    />
  )
}
