import { ScrollArea, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { withContext, type DiffLine } from './line-diff.ts'

const looks = {
  same: { sign: ' ', background: undefined },
  removed: { sign: '−', background: 'light-dark(#ffe3e3, #4a1f1f)' },
  added: { sign: '+', background: 'light-dark(#d3f9d8, #1b3d24)' },
} as const

const text = { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', whiteSpace: 'pre-wrap' } as const

/** What went and what came, with a sign beside the colour. */
export function DiffTable({ lines }: { readonly lines: readonly DiffLine[] }) {
  const { t } = useTranslation('object')
  return (
    <ScrollArea.Autosize
      mah="60vh"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('compare.text') }}
    >
      <Table
        withRowBorders={false}
        withTableBorder
        verticalSpacing={0}
        fz="xs"
        aria-label={t('compare.text')}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={48}>{t('compare.older')}</Table.Th>
            <Table.Th w={48}>{t('compare.newer')}</Table.Th>
            <Table.Th>{t('compare.line')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {withContext(lines).map((line, at) => (
            <Line key={at} line={line} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

function Line({ line }: { readonly line: DiffLine | undefined }) {
  if (!line)
    return (
      <Table.Tr>
        <Table.Td colSpan={3} ta="center" c="dimmed">
          ⋯
        </Table.Td>
      </Table.Tr>
    )
  const { sign, background } = looks[line.kind]
  return (
    <Table.Tr style={{ background }}>
      <Table.Td>{line.before}</Table.Td>
      <Table.Td>{line.after}</Table.Td>
      <Table.Td style={text}>{`${sign} ${line.text}`}</Table.Td>
    </Table.Tr>
  )
}
