import { Box, ScrollArea } from '@mantine/core'

const textStyle = { margin: 0, font: '0.8rem/1.5 ui-monospace, Menlo, Consolas, monospace', tabSize: 4 }

/** Text as it is, with the numbers of its lines beside it. */
export function NumberedText({ label, text }: { readonly label: string; readonly text: string }) {
  const numbers = text.split('\n').map((_, at) => at + 1)
  return (
    <ScrollArea.Autosize
      mah="70vh"
      bd="1px solid var(--mantine-color-default-border)"
      viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
    >
      <Box display="flex" p="xs">
        <pre
          aria-hidden
          style={{ ...textStyle, textAlign: 'end', paddingInlineEnd: 16, opacity: 0.55, userSelect: 'none' }}
        >
          {numbers.join('\n')}
        </pre>
        <pre style={textStyle}>{text}</pre>
      </Box>
    </ScrollArea.Autosize>
  )
}
