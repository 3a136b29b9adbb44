import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Modals } from './app/modals.tsx'
import { createQueryClient } from './app/query-client.ts'
import { createConsoleRouter } from './app/router.tsx'
import { cssVariables, theme } from './app/theme.ts'
import { startI18n } from './i18n/i18n.ts'

await startI18n()

const client = createQueryClient(() => void leaveToSignIn())
const router = createConsoleRouter(client)

async function leaveToSignIn(): Promise<void> {
  const { pathname, href } = router.state.location
  if (pathname !== '/sign-in') await router.navigate({ to: '/sign-in', search: { back: href } })
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root.')
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Modals>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </Modals>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
