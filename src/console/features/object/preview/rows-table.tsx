import { ScrollArea, Table } from '@mantine/core'

interface RowsTableProps {
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const longest = 300

/** Rows of a file, with their numbers. */
export function RowsTable({ label, columns, rows }: RowsTableProps) {
  return (
    <ScrollArea.Autosize
      mah="70vh"
      bd="1px solid var(--mantine-color-default-border)"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
    >
      <Table stickyHeader striped highlightOnHover fz="xs" aria-label={label} w="auto" miw="100%">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">#</Table.Th>
            {columns.map((column, at) => (
              <Table.Th key={at} scope="col" style={{ whiteSpace: 'nowrap' }}>
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, number) => (
            <Table.Tr key={number}>
              <Table.Td c="dimmed">{number + 1}</Table.Td>
              {columns.map((_, at) => (
                <Table.Td key={at} style={{ whiteSpace: 'nowrap' }}>
                  {shortened(row[at] ?? '')}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
