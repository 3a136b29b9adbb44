import { SimpleGrid, Stack, Switch, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BytesInput } from '../fields/bytes-input.tsx'
import { defined, listOrAny, type DeliveryFieldsProps, type Rules } from './delivery.ts'

const types = ['image/*', 'video/*', 'audio/*', 'text/*', 'application/pdf']
const extensions = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'pdf', 'txt', 'csv', 'mp4', 'zip']

/** Extensions without their dot, in lower case, as the server wants them. */
const plain = (names: readonly string[]) => names.map((name) => name.toLowerCase().replace(/^\.+/, ''))

/** What the bucket takes from applications, and from nobody. */
export function UploadRules({ value, onChange }: DeliveryFieldsProps) {
  const { t } = useTranslation('settings')
  const { rules = {} } = value
  const put = (change: Partial<Rules>) => {
    const changed = defined({ ...rules, ...change })
    onChange(defined({ ...value, rules: Object.keys(changed).length === 0 ? undefined : changed }))
  }
  const hasOwnList = rules.forbiddenExtensions !== undefined
  return (
    <Stack gap="sm" maw={720}>
      <TagsInput
        label={t('rules.types')}
        description={t('rules.typesHint')}
        data={types}
        value={[...(rules.allowedTypes ?? [])]}
        onChange={(list) => put({ allowedTypes: listOrAny(list) })}
      />
      <TagsInput
        label={t('rules.extensions')}
        description={t('rules.extensionsHint')}
        data={extensions}
        value={[...(rules.allowedExtensions ?? [])]}
        onChange={(list) => put({ allowedExtensions: listOrAny(plain(list)) })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <BytesInput
          label={t('rules.size')}
          value={rules.maxBytes}
          onChange={(maxBytes) => put({ maxBytes })}
        />
      </SimpleGrid>
      <Switch
        label={t('rules.ownForbidden')}
        description={t('rules.ownForbiddenHint')}
        checked={hasOwnList}
        onChange={(event) => put({ forbiddenExtensions: event.currentTarget.checked ? [] : undefined })}
      />
      {hasOwnList && (
        <TagsInput
          label={t('rules.forbidden')}
          value={[...(rules.forbiddenExtensions ?? [])]}
          onChange={(list) => put({ forbiddenExtensions: plain(list) })}
        />
      )}
    </Stack>
  )
}
