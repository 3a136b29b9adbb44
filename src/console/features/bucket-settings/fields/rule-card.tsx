import { ActionIcon, Badge, Collapse, Group, Paper, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface RuleCardProps {
  readonly name: string
  /** What the rule does, in a sentence. */
  readonly summary: string
  readonly isDisabled?: boolean
  /** Its fields are shown from the beginning. */
  readonly startsOpen: boolean
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** A rule of a document: said in a sentence, and its fields when asked for. */
export function RuleCard({
  name,
  summary,
  isDisabled = false,
  startsOpen,
  onRemove,
  children,
}: RuleCardProps) {
  const { t } = useTranslation('settings')
  const [isOpen, setOpen] = useState(startsOpen)
  const id = useId()
  const Chevron = isOpen ? IconChevronUp : IconChevronDown
  return (
    <Paper withBorder p="sm" radius="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Stack gap={2} miw={0}>
          <Group gap="xs">
            <Text fw={600} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Text>
            {isDisabled && (
              <Badge size="sm" color="gray" variant="outline">
                {t('fields.off')}
              </Badge>
            )}
          </Group>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {summary}
          </Text>
        </Stack>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="red"
            aria-label={t('fields.removeRule', { name })}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={t('fields.editRule', { name })}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            <Chevron size={16} />
          </ActionIcon>
        </Group>
      </Group>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap="sm" pt="sm">
          {children}
        </Stack>
      </Collapse>
    </Paper>
  )
}
