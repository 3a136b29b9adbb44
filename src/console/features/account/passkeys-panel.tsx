import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery, useAdminChange } from '../../api/queries.ts'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { openForm } from '../../components/form-modal.tsx'
import { Panel } from '../../components/panel.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { Queried } from '../../components/queried.tsx'
import { formatAgo, formatMoment } from '../../lib/format.ts'
import { AddPasskey } from './add-passkey.tsx'
import { canUsePasskeys } from './passkey-browser.ts'
import type { OutputOf } from '../../../admin/contract.ts'

type Passkey = OutputOf<'listPasskeys'>['passkeys'][number]

/** The passkeys that let one in. */
export function PasskeysPanel() {
  const { t } = useTranslation('shell')
  const query = useQuery(adminQuery('listPasskeys'))
  const canAdd = canUsePasskeys()
  const add = () => {
    openForm({ title: t('account.passkeys.add'), form: (close) => <AddPasskey onClose={close} /> })
  }
  const button = (
    <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
      {t('account.passkeys.add')}
    </Button>
  )
  return (
    <Panel
      title={t('account.passkeys.title')}
      hint={canAdd ? t('account.passkeys.hint') : t('account.passkeys.place')}
      actions={canAdd && button}
    >
      <Queried query={query}>{({ passkeys }) => <PasskeyTable passkeys={passkeys} />}</Queried>
    </Panel>
  )
}

function PasskeyTable({ passkeys }: { readonly passkeys: readonly Passkey[] }) {
  const { t } = useTranslation('shell')
  if (passkeys.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('account.passkeys.none')}
      </Text>
    )
  return (
    <DataTable
      label={t('account.passkeys.title')}
      rows={passkeys}
      keyOf={({ id }) => id}
      minWidth={440}
      columns={[
        { title: t('account.passkeys.name'), cell: ({ name }) => name },
        { title: t('account.passkeys.made'), cell: ({ createdAt }) => formatMoment(createdAt) },
        {
          title: t('account.passkeys.used'),
          cell: ({ usedAt }) => (usedAt === null ? t('common:never') : formatAgo(usedAt)),
        },
        {
          title: t('account.passkeys.actions'),
          align: 'right',
          cell: (passkey) => <DeletePasskey passkey={passkey} />,
        },
      ]}
    />
  )
}

function DeletePasskey({ passkey: { id, name } }: { readonly passkey: Passkey }) {
  const { t } = useTranslation('shell')
  const tellProblem = useTellProblem()
  const remove = useAdminChange('deletePasskey', ['listPasskeys'])
  const label = t('account.passkeys.delete', { name })
  const ask = () => {
    confirmByTyping({
      title: t('account.passkeys.deleteTitle'),
      children: t('account.passkeys.deleteHint'),
      name,
      action: t('common:actions.delete'),
      onConfirm: () => remove.mutate({ id }, { onError: tellProblem }),
    })
  }
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="red" aria-label={label} onClick={ask}>
        <IconTrash size={16} />
      </ActionIcon>
    </Tooltip>
  )
}
