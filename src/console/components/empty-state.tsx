import { Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon: Icon
  readonly title: string
  /** Teaches what would be here, and why one would want it. */
  readonly children: ReactNode
  readonly action?: ReactNode
}

export const EmptyState = ({ icon: Picture, title, children, action }: EmptyStateProps) => (
  <Paper withBorder p="xl" radius="md">
    <Stack align="center" gap="sm" maw={520} mx="auto" ta="center">
      <ThemeIcon size={48} radius="xl" variant="light" aria-hidden>
        <Picture size={26} />
      </ThemeIcon>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed">{children}</Text>
      {action}
    </Stack>
  </Paper>
)
