import { Alert, Stack, Text, Title } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/admin.ts'
import { DataTable } from '../../../components/data-table.tsx'
import { Queried } from '../../../components/queried.tsx'
import { formatCount } from '../../../lib/format.ts'
import { fileNameOf, inputOf } from '../object-place.ts'
import { RowsTable } from './rows-table.tsx'
import { readParquetHead, type ParquetColumn, type ParquetHead } from './read-parquet.ts'
import type { ObjectProps } from '../described-object.ts'

export function ParquetPreview({ place, object }: ObjectProps) {
  const query = useQuery({
    queryKey: ['parquet', place, object.etag],
    queryFn: async () => {
      const { url } = await call('presignObject', { ...inputOf(place), method: 'GET', expiresInSeconds: 600 })
      return readParquetHead(url, object.size)
    },
    staleTime: Infinity,
    retry: false,
  })
  return <Queried query={query}>{(head) => <Parquet label={fileNameOf(place.key)} head={head} />}</Queried>
}

function Parquet({ label, head }: { readonly label: string; readonly head: ParquetHead }) {
  const { t } = useTranslation('object')
  const { columns, rows, rowCount, createdBy, withoutRows } = head
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('parquet.summary', { rows: formatCount(rowCount), columns: columns.length })}
        {createdBy !== undefined && ` · ${createdBy}`}
      </Text>
      <Title order={2} size="h5">
        {t('parquet.schema')}
      </Title>
      <Schema columns={columns} />
      <Title order={2} size="h5">
        {t('parquet.rows', { count: rows.length })}
      </Title>
      {withoutRows === undefined ? (
        <RowsTable label={label} columns={columns.map(({ name }) => name)} rows={rows} />
      ) : (
        <Alert variant="light" icon={<IconInfoCircle />}>
          {t(`parquet.${withoutRows}`)}
        </Alert>
      )}
    </Stack>
  )
}

function Schema({ columns }: { readonly columns: readonly ParquetColumn[] }) {
  const { t } = useTranslation('object')
  return (
    <DataTable
      label={t('parquet.schema')}
      minWidth={320}
      rows={columns}
      keyOf={({ name }) => name}
      columns={[
        { title: t('parquet.column'), cell: ({ name }) => name },
        { title: t('parquet.type'), cell: ({ type }) => type },
        {
          title: t('parquet.presence'),
          cell: ({ isRequired }) => t(isRequired ? 'parquet.required' : 'parquet.optional'),
        },
      ]}
    />
  )
}
