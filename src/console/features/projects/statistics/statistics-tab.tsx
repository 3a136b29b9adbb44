import { Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OperationFigures } from './operation-figures.tsx'
import { RequestCharts } from './request-charts.tsx'
import { StorageCharts } from './storage-charts.tsx'
import { sinceOf, spanNames, type Span } from './span.ts'
import type { Project } from '../project.ts'

/** What was asked of a project, and what it held, over time. */
export function StatisticsTab({ project: { name } }: { readonly project: Project }) {
  const { t } = useTranslation('projects')
  const [span, setSpan] = useState<Span>('day')
  const about = { project: name, since: sinceOf(span) }
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('statistics.hint')}
        </Text>
        <SegmentedControl
          aria-label={t('statistics.span')}
          value={span}
          onChange={setSpan}
          data={spanNames.map((value) => ({ value, label: t(`span.${value}`) }))}
        />
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <RequestCharts about={about} span={span} />
        <StorageCharts about={about} span={span} />
      </SimpleGrid>
      <OperationFigures about={about} />
    </Stack>
  )
}
