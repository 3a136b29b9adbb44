import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../../components/data-table.tsx'
import { AccessKeyMenu } from './access-key-menu.tsx'
import { KeyName, KeyReach, KeyStatus, Moment } from './key-cells.tsx'
import type { AccessKey } from './access-key.ts'

interface AccessKeysTableProps {
  readonly keys: readonly AccessKey[]
  readonly mayManage: boolean
}

export function AccessKeysTable({ keys, mayManage }: AccessKeysTableProps) {
  const { t } = useTranslation('projects')
  const columns = [
    { title: t('key.column'), cell: ({ name, id }: AccessKey) => <KeyName name={name} id={id} /> },
    { title: t('key.status'), cell: (key: AccessKey) => <KeyStatus {...key} /> },
    { title: t('key.reach'), cell: ({ policy, id }: AccessKey) => <KeyReach policy={policy} label={id} /> },
    { title: t('key.lastUse'), cell: ({ lastUse }: AccessKey) => <LastUse use={lastUse} /> },
    { title: t('column.created'), cell: ({ createdAt }: AccessKey) => <Moment at={createdAt} /> },
    { title: t('key.expires'), cell: ({ expiresAt }: AccessKey) => <Moment at={expiresAt} /> },
  ]
  const actions = { title: t('column.actions'), cell: (key: AccessKey) => <AccessKeyMenu of={key} /> }
  return (
    <DataTable
      label={t('tab.access-keys')}
      columns={mayManage ? [...columns, actions] : columns}
      rows={keys}
      keyOf={({ id }) => id}
      minWidth={860}
    />
  )
}

const LastUse = ({ use }: { readonly use: AccessKey['lastUse'] }) => (
  <Stack gap={0}>
    <Moment at={use?.at ?? null} />
    {use && (
      <Text size="xs" c="dimmed">
        {use.operation}
      </Text>
    )}
  </Stack>
)
