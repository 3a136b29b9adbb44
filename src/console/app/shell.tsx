import { AppShell } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'

/** The frame around every page. */
export const Shell = () => (
  <AppShell>
    <AppShell.Main>
      <Outlet />
    </AppShell.Main>
  </AppShell>
)
