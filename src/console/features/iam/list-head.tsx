import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface ListHeadProps {
  readonly hint: string
  readonly actions?: ReactNode
}

/** What a list is of, and what can be done with it. */
export const ListHead = ({ hint, actions }: ListHeadProps) => (
  <Group justify="space-between" align="flex-end" gap="xs" mb="sm">
    <Text c="dimmed" size="sm" flex={1} miw={220}>
      {hint}
    </Text>
    {actions}
  </Group>
)
