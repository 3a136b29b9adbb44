import { Badge, Button, Code, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { showSecret } from '../../components/show-secret.tsx'
import { formatMoment } from '../../lib/format.ts'
import { iamQuery, useIamChange } from './iam-api.ts'
import { KeyLastUsed } from './key-last-used.tsx'
import { RemoveButton } from './remove-button.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'

/** The access keys of a user: made, switched off and on, deleted. */
export function AccessKeys({ user }: { readonly user: string }) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const query = useQuery(iamQuery(project, 'ListAccessKeys', { UserName: user }))
  const { creation, switching, confirmDeletion } = useKeyActions(user)
  const create = isChangeable && (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      loading={creation.isPending}
      onClick={() => creation.mutate()}
    >
      {t('keys.create')}
    </Button>
  )
  return (
    <Panel title={t('keys.title')} hint={t('keys.hint')} actions={create}>
      <Queried query={query}>
        {({ AccessKeyMetadata: keys = [] }) =>
          keys.length === 0 ? (
            <Text size="sm">{t('keys.none')}</Text>
          ) : (
            <DataTable
              label={t('keys.title')}
              rows={keys}
              keyOf={({ AccessKeyId = '' }) => AccessKeyId}
              columns={[
                { title: t('keys.id'), cell: ({ AccessKeyId }) => <Code>{AccessKeyId}</Code> },
                {
                  title: t('keys.status'),
                  cell: ({ Status }) => (
                    <Badge
                      miw="max-content"
                      variant="light"
                      tt="none"
                      color={Status === 'Active' ? 'green' : 'gray'}
                    >
                      {t(Status === 'Active' ? 'keys.active' : 'keys.inactive')}
                    </Badge>
                  ),
                },
                {
                  title: t('columns.created'),
                  cell: ({ CreateDate }) => CreateDate && formatMoment(CreateDate),
                },
                {
                  title: t('keys.lastUsed'),
                  cell: ({ AccessKeyId = '' }) => <KeyLastUsed id={AccessKeyId} />,
                },
                {
                  title: t('columns.actions'),
                  align: 'right',
                  cell: ({ AccessKeyId: id = '', Status }) =>
                    isChangeable && (
                      <Group gap={4} justify="flex-end" wrap="nowrap">
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          aria-label={t(Status === 'Active' ? 'keys.disableNamed' : 'keys.enableNamed', {
                            id,
                          })}
                          onClick={() => switching.mutate({ id, isActive: Status !== 'Active' })}
                        >
                          {t(Status === 'Active' ? 'keys.disable' : 'keys.enable')}
                        </Button>
                        <RemoveButton
                          label={t('keys.deleteNamed', { id })}
                          onClick={() => confirmDeletion(id)}
                        />
                      </Group>
                    ),
                },
              ]}
            />
          )
        }
      </Queried>
    </Panel>
  )
}

function useKeyActions(user: string) {
  const { t } = useTranslation('iam')
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const creation = useIamAction(async () => {
    const { AccessKey } = await change('CreateAccessKey', { UserName: user })
    const { AccessKeyId: id = '', SecretAccessKey: secret = '' } = AccessKey ?? {}
    showSecret({
      title: t('keys.created'),
      fields: [
        { label: t('keys.id'), value: id },
        { label: t('keys.secret'), value: secret },
      ],
      file: {
        name: `${user}-${id}.txt`,
        text: `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`,
      },
    })
  })
  const switching = useIamAction(({ id, isActive }: { readonly id: string; readonly isActive: boolean }) =>
    change('UpdateAccessKey', {
      UserName: user,
      AccessKeyId: id,
      Status: isActive ? 'Active' : 'Inactive',
    }),
  )
  const deletion = useIamAction((AccessKeyId: string) =>
    change('DeleteAccessKey', { UserName: user, AccessKeyId }),
  )
  const confirmDeletion = (id: string) =>
    confirmByTyping({
      title: t('keys.delete'),
      children: t('keys.deleteHint'),
      name: id,
      action: t('keys.delete'),
      onConfirm: () => deletion.mutate(id),
    })
  return { creation, switching, confirmDeletion }
}
