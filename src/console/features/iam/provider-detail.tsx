import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { DetailHead } from './detail-head.tsx'
import { iamQuery, useIamChange } from './iam-api.ts'
import { nameInArn } from './policy-arn.ts'
import { RemoveButton } from './remove-button.tsx'
import { TagsPanel } from './tags-panel.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'

export function ProviderDetail({ arn }: { readonly arn: string }) {
  const { project } = useIamPlace()
  const change = useIamChange(project)
  const query = useQuery(iamQuery(project, 'GetOpenIDConnectProvider', { OpenIDConnectProviderArn: arn }))
  const provider = { OpenIDConnectProviderArn: arn }
  return (
    <Queried query={query}>
      {({ Url, ClientIDList = [], CreateDate, Tags = [] }) => (
        <Stack>
          <DetailHead
            name={Url ?? nameInArn(arn)}
            arn={arn}
            created={CreateDate}
            onDelete={() => change('DeleteOpenIDConnectProvider', provider)}
          />
          <ClientIds arn={arn} ids={ClientIDList} />
          <TagsPanel
            tags={Tags}
            onSet={(tag) => change('TagOpenIDConnectProvider', { ...provider, Tags: [tag] })}
            onRemove={(key) => change('UntagOpenIDConnectProvider', { ...provider, TagKeys: [key] })}
          />
        </Stack>
      )}
    </Queried>
  )
}

interface ClientIdsProps {
  readonly arn: string
  readonly ids: readonly string[]
}

/** For whom the provider's tokens have to be made. */
function ClientIds({ arn, ids }: ClientIdsProps) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const change = useIamChange(project)
  const [id, setId] = useState('')
  const provider = { OpenIDConnectProviderArn: arn }
  const adding = useIamAction(async () => {
    await change('AddClientIDToOpenIDConnectProvider', { ...provider, ClientID: id })
    setId('')
  })
  const removing = useIamAction((ClientID: string) =>
    change('RemoveClientIDFromOpenIDConnectProvider', { ...provider, ClientID }),
  )
  return (
    <Panel title={t('providers.clientIds')} hint={t('providers.clientIdsHint')}>
      {ids.length === 0 ? (
        <Text size="sm">{t('providers.noClientIds')}</Text>
      ) : (
        <DataTable
          label={t('providers.clientIds')}
          minWidth={260}
          rows={ids}
          keyOf={(one) => one}
          columns={[
            { title: t('providers.clientId'), cell: (one) => one },
            {
              title: t('columns.actions'),
              align: 'right',
              cell: (one) =>
                isChangeable && (
                  <RemoveButton
                    label={t('providers.removeClientId', { id: one })}
                    onClick={() => removing.mutate(one)}
                  />
                ),
            },
          ]}
        />
      )}
      {isChangeable && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            adding.mutate()
          }}
        >
          <Group align="flex-end" gap="xs">
            <TextInput
              size="xs"
              required
              label={t('providers.clientId')}
              value={id}
              onChange={(event) => setId(event.currentTarget.value)}
            />
            <Button size="xs" type="submit" variant="default" loading={adding.isPending}>
              {t('providers.addClientId')}
            </Button>
          </Group>
        </form>
      )}
    </Panel>
  )
}
