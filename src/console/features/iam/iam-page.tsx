import { Tabs } from '@mantine/core'
import {
  IconFileCertificate,
  IconId,
  IconKey,
  IconUser,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import { GroupDetail } from './group-detail.tsx'
import { GroupList } from './group-list.tsx'
import { PolicyDetail } from './policy-detail.tsx'
import { PolicyList } from './policy-list.tsx'
import { ProviderDetail } from './provider-detail.tsx'
import { ProviderList } from './provider-list.tsx'
import { RoleDetail } from './role-detail.tsx'
import { RoleList } from './role-list.tsx'
import { UserDetail } from './user-detail.tsx'
import { UserList } from './user-list.tsx'
import { iamTabs, useIamPlace, type IamTab } from './use-iam-place.ts'
import type { ReactNode } from 'react'

interface TabParts {
  readonly icon: Icon
  readonly list: ReactNode
  readonly detail: (name: string) => ReactNode
}

const parts: Readonly<Record<IamTab, TabParts>> = {
  users: { icon: IconUser, list: <UserList />, detail: (name) => <UserDetail key={name} name={name} /> },
  groups: {
    icon: IconUsersGroup,
    list: <GroupList />,
    detail: (name) => <GroupDetail key={name} name={name} />,
  },
  roles: { icon: IconId, list: <RoleList />, detail: (name) => <RoleDetail key={name} name={name} /> },
  policies: {
    icon: IconFileCertificate,
    list: <PolicyList />,
    detail: (arn) => <PolicyDetail key={arn} arn={arn} />,
  },
  providers: {
    icon: IconKey,
    list: <ProviderList />,
    detail: (arn) => <ProviderDetail key={arn} arn={arn} />,
  },
}

/** Who may do what in a project, beside its root keys. */
export function IamPage() {
  const { t } = useTranslation('iam')
  const { project, tab: current, name, open } = useIamPlace()
  return (
    <Page title={t('page.title', { project })} hint={t('page.hint')}>
      <Tabs value={current} onChange={(tab) => void open(tab as IamTab)} keepMounted={false}>
        <Tabs.List mb="md">
          {iamTabs.map((tab) => {
            const { icon: Picture } = parts[tab]
            return (
              <Tabs.Tab key={tab} value={tab} leftSection={<Picture size={16} aria-hidden />}>
                {t(`tabs.${tab}`)}
              </Tabs.Tab>
            )
          })}
        </Tabs.List>
        {iamTabs.map((tab) => (
          <Tabs.Panel key={tab} value={tab}>
            {name === undefined ? parts[tab].list : parts[tab].detail(name)}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  )
}
