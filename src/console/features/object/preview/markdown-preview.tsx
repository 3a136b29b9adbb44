import { Paper, Text, Typography } from '@mantine/core'
import Markdown, { type Components } from 'react-markdown'
import { HeadOf } from './head-of.tsx'
import { textBytes } from './preview-limits.ts'
import type { ObjectProps } from '../described-object.ts'

/** Below the headings of the page; pictures would be asked of others, so only their words are shown. */
const components: Components = {
  h1: 'h2',
  h2: 'h3',
  h3: 'h4',
  h4: 'h5',
  h5: 'h6',
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ),
  img: ({ alt }) => (
    <Text span c="dimmed" fs="italic">
      {alt}
    </Text>
  ),
}

export const MarkdownPreview = (props: ObjectProps) => (
  <HeadOf {...props} most={textBytes}>
    {({ text }) => (
      <Paper withBorder p="lg">
        <Typography maw={760}>
          <Markdown components={components}>{text}</Markdown>
        </Typography>
      </Paper>
    )}
  </HeadOf>
)
