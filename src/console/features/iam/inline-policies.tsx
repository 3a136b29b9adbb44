import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmByTyping } from '../../components/confirm-by-typing.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { iamQuery, useIamChange } from './iam-api.ts'
import { InlinePolicyForm } from './inline-policy-form.tsx'
import { inActions, whose, type Principal } from './principal.ts'
import { RemoveButton } from './remove-button.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'

/** Policies that belong to one user, group or role only. */
export function InlinePolicies({ principal }: { readonly principal: Principal }) {
  const { t } = useTranslation('iam')
  const { project, isChangeable } = useIamPlace()
  const change = useIamChange(project)
  const word = inActions[principal.kind]
  const query = useQuery(iamQuery(project, `List${word}Policies`, whose(principal)))
  /** A name: that policy; `new`: another one. */
  const [edited, setEdited] = useState<{ readonly name: string } | 'new'>()
  const deletion = useIamAction((PolicyName: string) =>
    change(`Delete${word}Policy`, { ...whose(principal), PolicyName }),
  )
  const confirm = (name: string) =>
    confirmByTyping({
      title: t('inline.delete'),
      children: t('inline.deleteHint'),
      name,
      action: t('inline.delete'),
      onConfirm: () => deletion.mutate(name),
    })
  const add = isChangeable && (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setEdited('new')}
    >
      {t('inline.create')}
    </Button>
  )
  return (
    <Panel title={t('inline.title')} hint={t('inline.hint')} actions={add}>
      <Queried query={query}>
        {({ PolicyNames: names = [] }) =>
          names.length === 0 ? (
            <Text size="sm">{t('inline.none')}</Text>
          ) : (
            <DataTable
              label={t('inline.title')}
              minWidth={260}
              rows={names}
              keyOf={(name) => name}
              columns={[
                { title: t('columns.name'), cell: (name) => name },
                {
                  title: t('columns.actions'),
                  align: 'right',
                  cell: (name) => (
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        aria-label={t('inline.openNamed', { name })}
                        onClick={() => setEdited({ name })}
                      >
                        {t('inline.open')}
                      </Button>
                      {isChangeable && (
                        <RemoveButton
                          label={t('inline.deleteNamed', { name })}
                          onClick={() => confirm(name)}
                        />
                      )}
                    </Group>
                  ),
                },
              ]}
            />
          )
        }
      </Queried>
      {edited !== undefined && (
        <InlinePolicyForm
          principal={principal}
          name={edited === 'new' ? undefined : edited.name}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  )
}
