import { useTranslation } from 'react-i18next'
import { DataTable } from '../../../components/data-table.tsx'
import { ApiKeyMenu } from './api-key-menu.tsx'
import { labelOf, type ApiKey } from './api-key.ts'
import { KeyName, KeyReach, KeyStatus, Moment } from './key-cells.tsx'

interface ApiKeysTableProps {
  readonly keys: readonly ApiKey[]
  readonly mayManage: boolean
}

export function ApiKeysTable({ keys, mayManage }: ApiKeysTableProps) {
  const { t } = useTranslation('projects')
  const columns = [
    { title: t('key.column'), cell: ({ name, id }: ApiKey) => <KeyName name={name} id={`seau_${id}…`} /> },
    { title: t('key.status'), cell: (key: ApiKey) => <KeyStatus {...key} /> },
    {
      title: t('key.reach'),
      cell: (key: ApiKey) => <KeyReach policy={key.policy} label={labelOf(key)} />,
    },
    { title: t('key.lastUse'), cell: ({ lastUsedAt }: ApiKey) => <Moment at={lastUsedAt} /> },
    { title: t('column.created'), cell: ({ createdAt }: ApiKey) => <Moment at={createdAt} /> },
    { title: t('key.expires'), cell: ({ expiresAt }: ApiKey) => <Moment at={expiresAt} /> },
  ]
  const actions = { title: t('column.actions'), cell: (key: ApiKey) => <ApiKeyMenu of={key} /> }
  return (
    <DataTable
      label={t('tab.api-keys')}
      columns={mayManage ? [...columns, actions] : columns}
      rows={keys}
      keyOf={({ id }) => id}
      minWidth={860}
    />
  )
}
