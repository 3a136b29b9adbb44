import { ActionIcon, Button, Code, Group, Paper, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ImageSpecFields } from './image-spec-fields.tsx'
import type { Delivery } from './delivery.ts'

type Presets = NonNullable<Delivery['presets']>

interface PresetListProps {
  readonly presets: Presets
  readonly onChange: (presets: Presets) => void
}

const isName = (text: string) => /^[\w-]{1,64}$/.test(text)

/** Images that are asked for by a name. */
export function PresetList({ presets, onChange }: PresetListProps) {
  const { t } = useTranslation('settings')
  const [name, setName] = useState('')
  const isNew = isName(name) && !Object.hasOwn(presets, name)
  const add = () => {
    onChange({ ...presets, [name]: { width: 200, height: 200, format: 'auto' } })
    setName('')
  }
  const remove = (gone: string) => {
    const { [gone]: preset, ...others } = presets
    onChange(others)
  }
  return (
    <Stack gap="xs">
      {Object.entries(presets).map(([each, image]) => (
        <Paper key={each} withBorder p="sm" radius="md">
          <Group justify="space-between" mb={4}>
            <Text size="sm">
              <b>{each}</b> <Code>{`?preset=${each}`}</Code>
            </Text>
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={t('images.removePreset', { name: each })}
              onClick={() => remove(each)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
          <ImageSpecFields image={image} onChange={(changed) => onChange({ ...presets, [each]: changed })} />
        </Paper>
      ))}
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('images.presetName')}
          placeholder="thumbnail"
          value={name}
          error={name !== '' && !isName(name) && t('images.noName')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconPlus size={16} />} disabled={!isNew} onClick={add}>
          {t('images.addPreset')}
        </Button>
      </Group>
    </Stack>
  )
}
