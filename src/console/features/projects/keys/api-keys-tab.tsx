import { Button, Group, Stack, Text } from '@mantine/core'
import { IconApi, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { mayChange, useSession } from '../../../api/session.ts'
import { CopyField } from '../../../components/copy-field.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { openForm } from '../../../components/form-modal.tsx'
import { Queried } from '../../../components/queried.tsx'
import { ApiKeysTable } from './api-keys-table.tsx'
import { CreateKey } from './create-key.tsx'
import { uploadExample } from './credentials-file.ts'
import { useShowApiKey } from './use-show-key.tsx'
import type { Project } from '../project.ts'

/** The keys for REST, by which applications store files without S3. */
export function ApiKeysTab({ project: { name } }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const mayManage = mayChange(useSession(), name)
  const show = useShowApiKey()
  const keys = useQuery(adminQuery('listApiKeys', { project: name }))
  const create = () => {
    openForm({
      title: t('apiKeys.createTitle', { name }),
      form: (close) => <CreateKey call="createApiKey" project={name} onClose={close} onCreated={show} />,
    })
  }
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('apiKeys.hint')}
        </Text>
        {mayManage && (
          <Button leftSection={<IconPlus size={16} />} onClick={create}>
            {t('apiKeys.create')}
          </Button>
        )}
      </Group>
      <Queried query={keys}>
        {(data) =>
          data.keys.length === 0 ? (
            <EmptyState icon={IconApi} title={t('apiKeys.empty')}>
              {t('apiKeys.emptyHint')}
            </EmptyState>
          ) : (
            <ApiKeysTable keys={data.keys} mayManage={mayManage} />
          )
        }
      </Queried>
      <CopyField label={t('apiKeys.example')} value={uploadExample('$SEAU_API_KEY')} />
    </Stack>
  )
}
