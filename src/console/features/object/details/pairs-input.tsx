import { ActionIcon, Button, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export interface Pair {
  readonly key: string
  readonly value: string
}

interface PairsInputProps {
  readonly legend: string
  readonly pairs: readonly Pair[]
  readonly onChange: (pairs: Pair[]) => void
  /** What is wrong with a pair, by its place. */
  readonly problems?: readonly (string | undefined)[]
  readonly most?: number
}

/** Names with values, as many as one likes. */
export function PairsInput({ legend, pairs, onChange, problems = [], most = Infinity }: PairsInputProps) {
  const { t } = useTranslation('object')
  const put = (place: number, changed: Partial<Pair>) =>
    onChange(pairs.map((pair, at) => (at === place ? { ...pair, ...changed } : pair)))
  return (
    <Fieldset legend={legend}>
      <Stack gap="xs">
        {pairs.map(({ key, value }, at) => (
          <Group key={at} gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              flex={1}
              size="xs"
              aria-label={t('pairs.name', { number: at + 1 })}
              placeholder={t('pairs.namePlaceholder')}
              value={key}
              error={problems[at]}
              onChange={(event) => put(at, { key: event.currentTarget.value })}
            />
            <TextInput
              flex={1}
              size="xs"
              aria-label={t('pairs.value', { number: at + 1 })}
              placeholder={t('pairs.valuePlaceholder')}
              value={value}
              onChange={(event) => put(at, { value: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('pairs.remove', { name: key || String(at + 1) })}
              onClick={() => onChange(pairs.filter((_, place) => place !== at))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          size="compact-xs"
          variant="subtle"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={14} />}
          disabled={pairs.length >= most}
          onClick={() => onChange([...pairs, { key: '', value: '' }])}
        >
          {t('pairs.add')}
        </Button>
      </Stack>
    </Fieldset>
  )
}
