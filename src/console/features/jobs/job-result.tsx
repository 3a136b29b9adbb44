import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../lib/format.ts'
import type { Job } from './job.ts'

/** How much a job did of what, or why it failed. */
export function JobResult({ lastRun }: Pick<Job, 'lastRun'>) {
  const { t, i18n } = useTranslation('activity')
  if (!lastRun) return undefined
  if (lastRun.problem !== null)
    return (
      <Text size="sm" maw={320} style={{ overflowWrap: 'anywhere' }}>
        {lastRun.problem}
      </Text>
    )
  const done = Object.entries(lastRun.figures).filter(([, figure]) => figure > 0)
  if (done.length === 0) return t('jobs.nothingToDo')
  return done.map(([name, figure]) => `${wordFor(name)}: ${formatCount(figure)}`).join(', ')

  function wordFor(name: string): string {
    const known = `jobs.figures.${name}`
    return i18n.exists(known, { ns: 'activity' }) ? t(known as never) : name
  }
}
