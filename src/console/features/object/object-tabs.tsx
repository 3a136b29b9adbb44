import { Tabs } from '@mantine/core'
import {
  IconEye,
  IconHistory,
  IconListDetails,
  IconShare,
  IconShieldLock,
  type Icon,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DetailsTab } from './details/details-tab.tsx'
import { useObjectTab, type TabName, tabNames } from './object-tab.ts'
import { PreviewTab } from './preview/preview-tab.tsx'
import { ProtectionTab } from './protection/protection-tab.tsx'
import { ShareTab } from './share/share-tab.tsx'
import { VersionsTab } from './versions/versions-tab.tsx'
import type { ObjectProps } from './described-object.ts'
import type { ComponentType } from 'react'

const tabs: Readonly<Record<TabName, readonly [picture: Icon, content: ComponentType<ObjectProps>]>> = {
  preview: [IconEye, PreviewTab],
  details: [IconListDetails, DetailsTab],
  versions: [IconHistory, VersionsTab],
  protection: [IconShieldLock, ProtectionTab],
  share: [IconShare, ShareTab],
}

/** The address tells which is open. */
export function ObjectTabs(props: ObjectProps) {
  const { t } = useTranslation('object')
  const { project, bucket, key, versionId } = props.place
  const navigate = useNavigate()
  const open = (tab: string | null) =>
    void navigate({
      to: '/projects/$project/buckets/$bucket/object',
      params: { project, bucket },
      search: { key, ...(versionId !== undefined && { versionId }), ...(tab !== null && { tab }) },
      replace: true,
      resetScroll: false,
    })
  return (
    <Tabs value={useObjectTab()} onChange={open} keepMounted={false}>
      <Tabs.List mb="md" aria-label={t('tabs.label')}>
        {tabNames.map((name) => {
          const [Picture] = tabs[name]
          return (
            <Tabs.Tab key={name} value={name} leftSection={<Picture size={16} />}>
              {t(`tabs.${name}`)}
            </Tabs.Tab>
          )
        })}
      </Tabs.List>
      {tabNames.map((name) => {
        const [, Content] = tabs[name]
        return (
          <Tabs.Panel key={name} value={name}>
            <Content {...props} />
          </Tabs.Panel>
        )
      })}
    </Tabs>
  )
}
