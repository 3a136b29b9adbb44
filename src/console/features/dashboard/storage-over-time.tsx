import { SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { TimeChart } from '../../components/time-chart.tsx'
import { formatBytes, formatCount } from '../../lib/format.ts'
import { inputOf, refetchMs, type About } from './about.ts'
import { storageSteps } from './figures.ts'
import { stepLabel } from './step-label.ts'

const measures = ['bytes', 'objects'] as const

export function StorageOverTime(about: About) {
  const { t } = useTranslation('dashboard')
  const [measure, setMeasure] = useState<(typeof measures)[number]>('bytes')
  const { span } = about
  const query = useQuery({
    ...adminQuery('getStorageStatistics', inputOf(about)),
    refetchInterval: refetchMs,
  })
  return (
    <Panel
      title={t('storage.title')}
      hint={t('storage.hint')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('storage.measure')}
          data={measures.map((value) => ({ value, label: t(`storage.${value}`) }))}
          value={measure}
          onChange={setMeasure}
        />
      }
    >
      <Queried query={query}>
        {({ figures }) =>
          figures.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('storage.none')}
            </Text>
          ) : (
            <TimeChart
              kind="bars"
              label={t('storage.title')}
              formatValue={measure === 'bytes' ? formatBytes : formatCount}
              points={storageSteps(span, figures).map(({ step, ...values }) => ({
                label: stepLabel(span, step),
                values,
              }))}
              series={[{ name: measure, label: t(`storage.${measure}`), color: 'cyan.7' }]}
            />
          )
        }
      </Queried>
    </Panel>
  )
}
