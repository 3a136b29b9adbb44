import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { showCsrfToken } from '../../api/admin.ts'
import { adminQuery } from '../../api/queries.ts'
import type { Session } from '../../api/session.ts'

/** Takes a new session in use, and goes where its holder wanted to go. */
export function useEnter(): (session: Session) => Promise<void> {
  const client = useQueryClient()
  const router = useRouter()
  const { back = '/' } = useSearch({ from: '/sign-in' })
  return async (session) => {
    client.clear()
    client.setQueryData(adminQuery('getSession').queryKey, session)
    showCsrfToken(session.csrfToken ?? undefined)
    const { pathname, searchParams } = new URL(back, window.location.origin)
    // Only the path counts: what leads to another site leads nowhere.
    await router.navigate({ to: pathname, search: router.options.parseSearch(searchParams.toString()) })
  }
}
