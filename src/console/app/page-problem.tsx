import { Box } from '@mantine/core'
import { ProblemNotice } from '../components/problem-notice.tsx'
import type { ErrorComponentProps } from '@tanstack/react-router'

/** In place of a page that could not be shown. */
export const PageProblem = ({ error, reset }: ErrorComponentProps) => (
  <Box p="lg" maw={720} mx="auto">
    <ProblemNotice error={error} onRetry={reset} />
  </Box>
)
