import { Button, Group, Stack } from '@mantine/core'
import { IconPlus, type Icon } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { EmptyState } from '../../../components/empty-state.tsx'
import { RuleCard } from './rule-card.tsx'

interface RuleListProps<Rule> {
  readonly rules: readonly Rule[]
  readonly onChange: (rules: Rule[]) => void
  readonly nameOf: (rule: Rule, index: number) => string
  /** What a rule does, in a sentence. */
  readonly summaryOf: (rule: Rule) => string
  readonly isDisabled?: (rule: Rule) => boolean
  readonly fields: (rule: Rule, put: (rule: Rule) => void) => ReactNode
  readonly add: { readonly label: string; readonly create: (index: number) => Rule }
  /** Teaches what rules would do, where there are none. */
  readonly empty: { readonly icon: Icon; readonly title: string; readonly hint: string }
}

/** The rules of a document, one below the other, and how one gets another. */
export function RuleList<Rule>(props: RuleListProps<Rule>) {
  const { rules, onChange, nameOf, summaryOf, isDisabled, fields, add, empty } = props
  const [added, setAdded] = useState<number>()
  const addRule = () => {
    setAdded(rules.length)
    onChange([...rules, add.create(rules.length)])
  }
  const button = (
    <Button variant="default" size="sm" leftSection={<IconPlus size={16} />} onClick={addRule}>
      {add.label}
    </Button>
  )
  if (rules.length === 0)
    return (
      <EmptyState icon={empty.icon} title={empty.title} action={button}>
        {empty.hint}
      </EmptyState>
    )
  return (
    <Stack gap="sm">
      {rules.map((rule, index) => (
        <RuleCard
          key={index}
          name={nameOf(rule, index)}
          summary={summaryOf(rule)}
          isDisabled={isDisabled?.(rule) ?? false}
          startsOpen={index === added}
          onRemove={() => onChange(rules.filter((_, n) => n !== index))}
        >
          {fields(rule, (changed) => onChange(rules.map((each, n) => (n === index ? changed : each))))}
        </RuleCard>
      ))}
      <Group>{button}</Group>
    </Stack>
  )
}
