import './shell.css'
import { AppShell } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { UploadTray } from '../features/uploads/upload-tray.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { ShellHeader } from './shell-header.tsx'
import { useShellTitle } from './use-shell-title.ts'
import { useShortcuts } from './use-shortcuts.ts'

const main = 'main'

/** The frame around every page. */
export function Shell() {
  const { t } = useTranslation('shell')
  const [isOpen, { toggle, close }] = useDisclosure()
  useShellTitle()
  useShortcuts()
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
    >
      <a className="skip-link" href={`#${main}`}>
        {t('skip')}
      </a>
      <AppShell.Header>
        <ShellHeader isOpen={isOpen} onToggle={toggle} />
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('navigation')}>
        <Navigation onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id={main} tabIndex={-1} style={{ outline: 'none' }}>
        <Outlet />
      </AppShell.Main>
      <UploadTray />
      <Palette />
    </AppShell>
  )
}
