import { List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { iamQuery } from './iam-api.ts'
import { IamLink } from './iam-link.tsx'
import { useIamPlace } from './use-iam-place.ts'

const mostEntities = 1000

/** Who has a policy. */
export function PolicyEntities({ arn }: { readonly arn: string }) {
  const { t } = useTranslation('iam')
  const { project } = useIamPlace()
  const query = useQuery(
    iamQuery(project, 'ListEntitiesForPolicy', { PolicyArn: arn, MaxItems: mostEntities }),
  )
  return (
    <Panel title={t('policies.entities')} hint={t('policies.entitiesHint')}>
      <Queried query={query}>
        {({ PolicyUsers = [], PolicyGroups = [], PolicyRoles = [] }) => {
          const entities = [
            ...PolicyUsers.map(({ UserName = '' }) => ({ tab: 'users', name: UserName }) as const),
            ...PolicyGroups.map(({ GroupName = '' }) => ({ tab: 'groups', name: GroupName }) as const),
            ...PolicyRoles.map(({ RoleName = '' }) => ({ tab: 'roles', name: RoleName }) as const),
          ]
          if (entities.length === 0) return <Text size="sm">{t('policies.noEntities')}</Text>
          return (
            <List size="sm">
              {entities.map(({ tab, name }) => (
                <List.Item key={`${tab} ${name}`}>
                  {t(`policies.kinds.${tab}`)}{' '}
                  <IamLink project={project} tab={tab} name={name}>
                    {name}
                  </IamLink>
                </List.Item>
              ))}
            </List>
          )
        }}
      </Queried>
    </Panel>
  )
}
