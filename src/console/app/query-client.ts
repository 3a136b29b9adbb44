import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isDenied, Problem } from '../api/problem.ts'
import { adminQuery } from '../api/queries.ts'
import { findSession } from '../api/session.ts'

// What was refused is refused again; only what found no answer is worth another try.
const retry = (count: number, error: unknown) =>
  count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500)

const [sessionQuery] = adminQuery('getSession').queryKey

/** Keeps what the admin API answered. `onSessionEnded` hears when a refusal turns out to be the end of the session. */
export function createQueryClient(onSessionEnded: () => void): QueryClient {
  const check = async (error: unknown) => {
    if (!isDenied(error)) return
    await client.invalidateQueries({ queryKey: [sessionQuery], refetchType: 'none' })
    if (!(await findSession(client))) onSessionEnded()
  }
  const onError = (error: unknown) => void check(error).catch(() => undefined)
  const client = new QueryClient({
    defaultOptions: { queries: { retry, staleTime: 5000 } },
    queryCache: new QueryCache({
      onError: (error, { queryKey: [name] }) => {
        if (name !== sessionQuery) onError(error)
      },
    }),
    mutationCache: new MutationCache({ onError }),
  })
  return client
}
