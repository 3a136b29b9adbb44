import { Table } from '@mantine/core'
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Of numbers. */
  readonly align?: 'right'
}

interface DataTableProps<Row> {
  /** For those who hear the table. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
  readonly minWidth?: number
}

/** A dense table that scrolls by itself where the page is narrow. */
export const DataTable = <Row,>({ label, columns, rows, keyOf, minWidth = 560 }: DataTableProps<Row>) => (
  <Table.ScrollContainer minWidth={minWidth} type="native" tabIndex={0} role="region" aria-label={label}>
    <Table highlightOnHover verticalSpacing={6} fz="sm" aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ title, align }) => (
            <Table.Th key={title} ta={align ?? 'left'}>
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={keyOf(row)}>
            {columns.map(({ title, cell, align }) => (
              <Table.Td key={title} ta={align ?? 'left'}>
                {cell(row)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)
