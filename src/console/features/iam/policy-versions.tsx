import { Badge, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { formatMoment } from '../../lib/format.ts'
import { iamQuery, useIamChange } from './iam-api.ts'
import { PolicyVersionForm } from './policy-version-form.tsx'
import { RemoveButton } from './remove-button.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'

interface PolicyVersionsProps {
  readonly arn: string
  readonly isOwn: boolean
}

/** The documents that a managed policy has had; the default one counts. */
export function PolicyVersions({ arn, isOwn }: PolicyVersionsProps) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const change = useIamChange(project)
  const query = useQuery(iamQuery(project, 'ListPolicyVersions', { PolicyArn: arn }))
  const [shown, setShown] = useState<string>()
  const choosing = useIamAction((VersionId: string) =>
    change('SetDefaultPolicyVersion', { PolicyArn: arn, VersionId }),
  )
  const deletion = useIamAction((VersionId: string) =>
    change('DeletePolicyVersion', { PolicyArn: arn, VersionId }),
  )
  const confirm = (version: string) =>
    confirmByTyping({
      title: t('versions.delete'),
      children: t('versions.deleteHint'),
      name: version,
      action: t('versions.delete'),
      onConfirm: () => deletion.mutate(version),
    })
  const mayEdit = isOwn && isChangeable
  return (
    <Panel title={t('versions.title')} hint={t('versions.hint')}>
      <Queried query={query}>
        {({ Versions = [] }) => {
          const standard = Versions.find(({ IsDefaultVersion }) => IsDefaultVersion)?.VersionId ?? ''
          const current = shown ?? standard
          return (
            <>
              <DataTable
                label={t('versions.title')}
                rows={Versions}
                minWidth={420}
                keyOf={({ VersionId = '' }) => VersionId}
                columns={[
                  {
                    title: t('versions.version'),
                    cell: ({ VersionId = '', IsDefaultVersion }) => (
                      <Group gap="xs" wrap="nowrap">
                        <Button
                          size="compact-xs"
                          variant={VersionId === current ? 'light' : 'subtle'}
                          aria-pressed={VersionId === current}
                          aria-label={t('versions.show', { version: VersionId })}
                          onClick={() => setShown(VersionId)}
                        >
                          {VersionId}
                        </Button>
                        {IsDefaultVersion && (
                          <Badge miw="max-content" size="sm" variant="default" tt="none">
                            {t('versions.default')}
                          </Badge>
                        )}
                      </Group>
                    ),
                  },
                  {
                    title: t('columns.created'),
                    cell: ({ CreateDate }) => isOwn && CreateDate && formatMoment(CreateDate),
                  },
                  {
                    title: t('columns.actions'),
                    align: 'right',
                    cell: ({ VersionId = '', IsDefaultVersion }) =>
                      mayEdit &&
                      !IsDefaultVersion && (
                        <Group gap={4} justify="flex-end" wrap="nowrap">
                          <Button
                            size="compact-xs"
                            variant="subtle"
                            aria-label={t('versions.makeDefaultNamed', { version: VersionId })}
                            onClick={() => choosing.mutate(VersionId)}
                          >
                            {t('versions.makeDefault')}
                          </Button>
                          <RemoveButton
                            label={t('versions.deleteNamed', { version: VersionId })}
                            onClick={() => confirm(VersionId)}
                          />
                        </Group>
                      ),
                  },
                ]}
              />
              {current !== '' && (
                <PolicyVersionForm
                  key={current}
                  arn={arn}
                  version={current}
                  mayEdit={mayEdit}
                  onSaved={() => setShown(undefined)}
                />
              )}
            </>
          )
        }}
      </Queried>
    </Panel>
  )
}
