import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Tag } from './tag.ts'

interface KeyValuesProps {
  readonly tags: readonly Tag[]
  readonly onChange: (tags: Tag[]) => void
}

/** Keys with values, a line for each. */
export function KeyValues({ tags, onChange }: KeyValuesProps) {
  const { t } = useTranslation('settings')
  const put = (index: number, change: Partial<Tag>) =>
    onChange(tags.map((tag, n) => (n === index ? { ...tag, ...change } : tag)))
  return (
    <Stack gap="xs" align="stretch">
      {tags.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('fields.noTags')}
        </Text>
      )}
      {tags.map(({ Key = '', Value = '' }, index) => (
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            aria-label={t('fields.tagKey', { number: index + 1 })}
            placeholder={t('fields.key')}
            value={Key}
            onChange={(event) => put(index, { Key: event.currentTarget.value })}
            flex={1}
          />
          <TextInput
            aria-label={t('fields.tagValue', { number: index + 1 })}
            placeholder={t('fields.value')}
            value={Value}
            onChange={(event) => put(index, { Value: event.currentTarget.value })}
            flex={1}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('fields.removeTag', { key: Key })}
            onClick={() => onChange(tags.filter((_, n) => n !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...tags, { Key: '', Value: '' }])}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('fields.addTag')}
      </Button>
    </Stack>
  )
}
