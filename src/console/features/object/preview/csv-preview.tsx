import { Text } from '@mantine/core'
import { parse } from 'papaparse'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../../lib/format.ts'
import { fileNameOf } from '../object-place.ts'
import { RowsTable } from './rows-table.tsx'
import { HeadOf } from './head-of.tsx'
import { csvBytes, csvRows } from './preview-limits.ts'
import type { HeadText } from './use-head-text.ts'
import type { ObjectProps } from '../described-object.ts'

export const CsvPreview = (props: ObjectProps) => (
  <HeadOf {...props} most={csvBytes}>
    {(head) => <Csv label={fileNameOf(props.place.key)} head={head} />}
  </HeadOf>
)

/** The first line names the columns. */
function Csv({ label, head }: { readonly label: string; readonly head: HeadText }) {
  const { t } = useTranslation('object')
  const [columns = [], ...rows] = rowsOf(head)
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('preview.rows', { count: rows.length, rows: formatCount(rows.length), columns: columns.length })}
      </Text>
      <RowsTable label={label} columns={columns} rows={rows} />
    </>
  )
}

/** A last row that may have been cut is left out. */
function rowsOf({ text, isCut }: HeadText): readonly (readonly string[])[] {
  const { data } = parse<string[]>(text, { preview: csvRows + 1, skipEmptyLines: true })
  return isCut && data.length <= csvRows ? data.slice(0, -1) : data
}
