import { Stack } from '@mantine/core'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { MorePages } from '../../components/more-pages.tsx'
import { Queried } from '../../components/queried.tsx'
import { ListHead } from './list-head.tsx'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

interface EntityListProps<Page, Row> {
  readonly label: string
  readonly hint: string
  readonly query: UseInfiniteQueryResult<InfiniteData<Page>>
  readonly rowsOf: (page: Page) => readonly Row[] | undefined
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  /** Filters, and the button that makes one more. */
  readonly actions?: ReactNode
  /** In place of a list without rows. */
  readonly empty: ReactNode
}

/** All of a kind, with a button that goes on where there are many. */
export function EntityList<Page, Row>({ query, rowsOf, ...table }: EntityListProps<Page, Row>) {
  const { label, hint, columns, keyOf, actions, empty } = table
  return (
    <Queried query={query}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => rowsOf(page) ?? [])
        return (
          <Stack gap={0}>
            <ListHead hint={hint} actions={actions} />
            {rows.length === 0 ? empty : <DataTable {...{ label, columns, rows, keyOf }} />}
            <MorePages query={query} />
          </Stack>
        )
      }}
    </Queried>
  )
}
