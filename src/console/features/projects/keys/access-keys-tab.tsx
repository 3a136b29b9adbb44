import { Button, Group, Stack, Text } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { mayChange, useSession } from '../../../api/session.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { openForm } from '../../../components/form-modal.tsx'
import { Queried } from '../../../components/queried.tsx'
import { AccessKeysTable } from './access-keys-table.tsx'
import { CreateKey } from './create-key.tsx'
import { useShowAccessKey } from './use-show-key.tsx'
import type { Project } from '../project.ts'

/** The keys by which S3 clients sign. */
export function AccessKeysTab({ project: { name } }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const mayManage = mayChange(useSession(), name)
  const show = useShowAccessKey()
  const keys = useQuery(adminQuery('listKeys', { project: name }))
  const create = () => {
    openForm({
      title: t('accessKeys.createTitle', { name }),
      form: (close) => <CreateKey call="createKey" project={name} onClose={close} onCreated={show} />,
    })
  }
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('accessKeys.hint')}
        </Text>
        {mayManage && (
          <Button leftSection={<IconPlus size={16} />} onClick={create}>
            {t('accessKeys.create')}
          </Button>
        )}
      </Group>
      <Queried query={keys}>
        {(data) =>
          data.keys.length === 0 ? (
            <EmptyState icon={IconKey} title={t('accessKeys.empty')}>
              {t('accessKeys.emptyHint')}
            </EmptyState>
          ) : (
            <AccessKeysTable keys={data.keys} mayManage={mayManage} />
          )
        }
      </Queried>
    </Stack>
  )
}
