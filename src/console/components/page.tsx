import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface PageProps {
  readonly title: string
  readonly hint?: ReactNode
  /** Buttons on the right. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** What every page begins with: its heading, a sentence, and what can be done. */
export const Page = ({ title, hint, actions, children }: PageProps) => (
  <Stack gap="md" p={{ base: 'sm', sm: 'lg' }} maw={1400} mx="auto" w="100%">
    <Group justify="space-between" align="flex-start" gap="sm">
      <Stack gap={2}>
        <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {hint !== undefined && (
          <Text c="dimmed" size="sm">
            {hint}
          </Text>
        )}
      </Stack>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </Group>
    {children}
  </Stack>
)
