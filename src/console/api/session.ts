import { useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { call, showCsrfToken } from './admin.ts'
import { isDenied } from './problem.ts'
import { adminQuery } from './queries.ts'
import type { OutputOf } from '../../admin/contract.ts'

export type Session = OutputOf<'getSession'>

/** Who has signed in; undefined: nobody. */
export async function findSession(client: QueryClient): Promise<Session | undefined> {
  const session = await client
    .query({ ...adminQuery('getSession'), staleTime: 60_000, retry: false })
    .catch((error: unknown) => {
      if (isDenied(error)) return undefined
      throw error
    })
  showCsrfToken(session?.csrfToken ?? undefined)
  return session
}

/** Of the pages that are only shown to those who have signed in. */
export const useSession = (): Session =>
  useSuspenseQuery({ ...adminQuery('getSession'), staleTime: 60_000 }).data

/** Ends the session here, or all of them, and forgets what it has read. */
export async function endSession(client: QueryClient, where: 'here' | 'everywhere'): Promise<void> {
  await call(where === 'here' ? 'signOut' : 'signOutEverywhere')
  showCsrfToken(undefined)
  client.clear()
}

/** Whether the role allows changes: to a project, or to the whole server where none is named. */
export function mayChange({ role, projects }: Session, project?: string): boolean {
  if (role === 'operator') return true
  if (role !== 'project-admin' || project === undefined) return false
  return projects === null || projects.includes(project)
}
