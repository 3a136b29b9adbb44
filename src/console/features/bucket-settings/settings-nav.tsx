import { Box, NavLink, NativeSelect } from '@mantine/core'
import { IconPointFilled } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TabLink } from './frame/tab-link.tsx'
import { findPanel, panelNames, panels, type PanelName } from './panels.ts'
import type { SettingName } from '../../../admin/contract/bucket-settings.ts'

interface SettingsNavProps {
  readonly current: PanelName
  /** Those that the bucket has. */
  readonly present: readonly SettingName[]
}

const settingsRoute = '/projects/$project/buckets/$bucket/settings'

/** The rooms of the settings: a list at the left, or a choice where there is little room. */
export function SettingsNav({ current, present }: SettingsNavProps) {
  const { t } = useTranslation('settings')
  const navigate = useNavigate({ from: settingsRoute })
  const links = panelNames.map((name) => {
    const { icon: Picture, settings } = panels[name]
    const isSet = settings.some((setting) => present.includes(setting))
    return (
      <NavLink
        key={name}
        component={TabLink}
        tab={name}
        label={t(`tabs.${name}`)}
        leftSection={<Picture size={16} aria-hidden />}
        rightSection={isSet && <IconPointFilled size={14} role="img" aria-label={t('tabs.isSet')} />}
        active={name === current}
        aria-current={name === current ? 'page' : undefined}
        py={6}
      />
    )
  })
  return (
    <>
      <Box component="nav" aria-label={t('tabs.label')} visibleFrom="sm" w={220} style={{ flex: 'none' }}>
        {links}
      </Box>
      <NativeSelect
        hiddenFrom="sm"
        label={t('tabs.label')}
        value={current}
        onChange={(event) => void navigate({ search: { tab: findPanel(event.currentTarget.value) } })}
        data={panelNames.map((name) => ({ value: name, label: t(`tabs.${name}`) }))}
      />
    </>
  )
}
