import { Center, Loader } from '@mantine/core'
import { ProblemNotice } from './problem-notice.tsx'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

interface QueriedProps<Data> {
  readonly query: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}

/** What a query found; meanwhile that it is being asked, or why it failed. */
export function Queried<Data>({ query, children }: QueriedProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  return (
    <Center p="xl">
      <Loader />
    </Center>
  )
}
