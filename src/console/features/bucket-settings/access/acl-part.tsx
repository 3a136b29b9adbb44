import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmByTyping } from '../../../components/confirm-by-typing.tsx'
import { DataTable } from '../../../components/data-table.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { Queried } from '../../../components/queried.tsx'
import { Editable, Part } from '../frame/panel.tsx'
import { useSaveSetting } from '../frame/use-save-setting.tsx'
import { useSetting } from '../frame/use-setting.ts'
import type { PanelProps } from '../frame/bucket-place.ts'
import type { SettingDocuments } from '../../../../admin/contract/setting-documents.ts'

type Acl = Extract<SettingDocuments['acl'], { Grants?: unknown }>

type Grantee = NonNullable<Acl['Grants']>[number]['Grantee']

const cannedAcls = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'log-delivery-write',
] as const

/** Those that open nothing to strangers. */
const closed = new Set(['private', 'log-delivery-write'])

/** Who is granted what by the bucket's access list, and lists that can be put in its place. */
export function AclPart({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  const query = useSetting(place, 'acl')
  return (
    <Part title={t('acl.title')} hint={t('acl.hint')}>
      <Queried query={query}>
        {(acl) => (
          <Stack gap="sm">
            <Grants acl={acl as Acl | null} />
            {place.isEditable && <CannedAcls place={place} />}
          </Stack>
        )}
      </Queried>
    </Part>
  )
}

function Grants({ acl }: { readonly acl: Acl | null }) {
  const { t } = useTranslation('settings')
  const nameOf = (grantee: Grantee) => {
    const group = grantee?.URI?.split('/').at(-1)
    if (group !== undefined) return t(`acl.${group}`, { defaultValue: group })
    return grantee?.DisplayName ?? grantee?.ID ?? ''
  }
  const rows = (acl?.Grants ?? []).map(({ Grantee, Permission }, id) => ({
    id,
    who: nameOf(Grantee),
    may: Permission ?? '',
  }))
  return (
    <DataTable
      label={t('acl.grants')}
      minWidth={280}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          title: t('acl.grantee'),
          cell: ({ who }) => <span style={{ overflowWrap: 'anywhere' }}>{who}</span>,
        },
        { title: t('acl.permission'), cell: ({ may }) => may },
      ]}
    />
  )
}

function CannedAcls({ place }: PanelProps) {
  const { t } = useTranslation('settings')
  const [chosen, setChosen] = useState<string>('private')
  const { save, isSaving, problem } = useSaveSetting(place, 'acl')
  const put = () => {
    if (closed.has(chosen)) {
      save({ ACL: chosen })
      return
    }
    confirmByTyping({
      title: t('acl.publicTitle', { name: place.name }),
      children: t('acl.publicHint'),
      name: place.name,
      action: t('acl.put'),
      onConfirm: () => save({ ACL: chosen }),
    })
  }
  return (
    <Editable isEditable={place.isEditable}>
      <Stack gap="sm">
        <Group align="flex-end" gap="xs">
          <NativeSelect
            label={t('acl.canned')}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={cannedAcls.map((value) => ({ value, label: `${value}: ${t(`acl.${value}`)}` }))}
          />
          <Button variant="default" size="sm" loading={isSaving} onClick={put}>
            {t('acl.put')}
          </Button>
        </Group>
        {problem && <ProblemNotice error={problem} />}
      </Stack>
    </Editable>
  )
}
