import { Group, Paper, Stack, Table, Title } from '@mantine/core'
import type { ReactNode } from 'react'

type Fact = readonly [label: string, value: ReactNode]

interface FactsProps {
  readonly title: string
  readonly facts: readonly Fact[]
  readonly action?: ReactNode
  /** In place of a table, where there is nothing. */
  readonly empty?: ReactNode
}

/** What is known, under a heading: a name and a value in each row. */
export const Facts = ({ title, facts, action, empty }: FactsProps) => (
  <Paper withBorder p="md">
    <Stack gap="xs">
      <Group justify="space-between" mih={30}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {action}
      </Group>
      {facts.length === 0 ? empty : <FactTable title={title} facts={facts} />}
    </Stack>
  </Paper>
)

const FactTable = ({ title, facts }: Pick<FactsProps, 'title' | 'facts'>) => (
  <Table variant="vertical" layout="fixed" aria-label={title} fz="sm">
    <Table.Tbody>
      {facts.map(([label, value]) => (
        <Table.Tr key={label}>
          <Table.Th scope="row" w="38%" style={{ overflowWrap: 'anywhere' }}>
            {label}
          </Table.Th>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)
