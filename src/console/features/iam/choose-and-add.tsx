import { Button, Group, Select } from '@mantine/core'
import { useState } from 'react'
import { useIamAction } from './use-iam-action.ts'
import type { ComboboxItem } from '@mantine/core'

interface ChooseAndAddProps {
  readonly label: string
  readonly choices: readonly (string | ComboboxItem)[]
  readonly nothingFound: string
  /** On the button. */
  readonly action: string
  readonly onAdd: (chosen: string) => Promise<unknown>
}

/** One of several, and a button that adds it to the list above. */
export function ChooseAndAdd({ label, choices, nothingFound, action, onAdd }: ChooseAndAddProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const adding = useIamAction(async (value: string) => {
    await onAdd(value)
    setChosen(null)
  })
  return (
    <Group align="flex-end" gap="xs">
      <Select
        flex={1}
        miw={200}
        maw={420}
        size="xs"
        searchable
        label={label}
        data={[...choices]}
        value={chosen}
        onChange={setChosen}
        nothingFoundMessage={nothingFound}
      />
      <Button
        size="xs"
        variant="default"
        disabled={chosen === null}
        loading={adding.isPending}
        onClick={() => chosen !== null && adding.mutate(chosen)}
      >
        {action}
      </Button>
    </Group>
  )
}
