import { Tabs } from '@mantine/core'
import { CopyField } from '../../components/copy-field.tsx'
import { snippetsOf, type SnippetParts } from './snippets.ts'

/** A tab for each tool. */
export function SnippetTabs({ label, parts }: { readonly label: string; readonly parts: SnippetParts }) {
  const snippets = snippetsOf(parts)
  return (
    <Tabs defaultValue="0" keepMounted={false}>
      <Tabs.List aria-label={label} mb="sm">
        {snippets.map(({ tool }, index) => (
          <Tabs.Tab key={tool} value={String(index)}>
            {tool}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map(({ tool, text }, index) => (
        <Tabs.Panel key={tool} value={String(index)}>
          <CopyField value={text} />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
