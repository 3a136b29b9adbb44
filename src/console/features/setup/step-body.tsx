import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface StepBodyProps {
  readonly title: string
  /** Why one does this. */
  readonly text: string
  readonly children: ReactNode
}

export const StepBody = ({ title, text, children }: StepBodyProps) => (
  <Stack>
    <div>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" size="sm">
        {text}
      </Text>
    </div>
    {children}
  </Stack>
)
