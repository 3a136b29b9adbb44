import { Button, Group, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../components/data-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { RemoveButton } from './remove-button.tsx'
import { useIamAction } from './use-iam-action.ts'
import { useIamPlace } from './use-iam-place.ts'

interface Tag {
  readonly Key: string
  readonly Value: string
}

interface TagsPanelProps {
  readonly tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[]
  readonly onSet: (tag: Tag) => Promise<unknown>
  readonly onRemove: (key: string) => Promise<unknown>
}

/** Names and values that policies can look at, and people. */
export function TagsPanel({ tags, onSet, onRemove }: TagsPanelProps) {
  const { t } = useTranslation('iam')
  const { isChangeable } = useIamPlace()
  const form = useForm({ initialValues: { Key: '', Value: '' } })
  const setting = useIamAction(async (tag: Tag) => {
    await onSet(tag)
    form.reset()
  })
  const removing = useIamAction(onRemove)
  return (
    <Panel title={t('tags.title')} hint={t('tags.hint')}>
      {tags.length === 0 ? (
        <Text size="sm">{t('tags.none')}</Text>
      ) : (
        <DataTable
          label={t('tags.title')}
          minWidth={260}
          rows={tags}
          keyOf={({ Key = '' }) => Key}
          columns={[
            { title: t('tags.key'), cell: ({ Key }) => Key },
            { title: t('tags.value'), cell: ({ Value }) => Value },
            {
              title: t('columns.actions'),
              align: 'right',
              cell: ({ Key = '' }) =>
                isChangeable && (
                  <RemoveButton label={t('tags.remove', { key: Key })} onClick={() => removing.mutate(Key)} />
                ),
            },
          ]}
        />
      )}
      {isChangeable && (
        <form onSubmit={form.onSubmit((tag) => setting.mutate(tag))}>
          <Group align="flex-end" gap="xs">
            <TextInput size="xs" label={t('tags.key')} required {...form.getInputProps('Key')} />
            <TextInput size="xs" label={t('tags.value')} {...form.getInputProps('Value')} />
            <Button size="xs" type="submit" variant="default" loading={setting.isPending}>
              {t('tags.set')}
            </Button>
          </Group>
        </form>
      )}
    </Panel>
  )
}
