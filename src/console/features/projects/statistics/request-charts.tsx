import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { Panel } from '../../../components/panel.tsx'
import { Queried } from '../../../components/queried.tsx'
import { TimeChart } from '../../../components/time-chart.tsx'
import { formatBytes, formatCount } from '../../../lib/format.ts'
import { requestPoints } from './request-points.ts'
import { spans, type Span } from './span.ts'
import type { About } from './about.ts'

/** Requests with their errors, and the bytes that went in and out. */
export function RequestCharts({ about, span }: { readonly about: About; readonly span: Span }) {
  const { t } = useTranslation('projects')
  const query = useQuery(adminQuery('getRequestStatistics', { ...about, by: spans[span].by }))
  return (
    <>
      <Panel title={t('statistics.requests')}>
        <Queried query={query}>
          {(data) => (
            <TimeChart
              label={t('statistics.requests')}
              kind="bars"
              points={requestPoints(data.figures, span, about.since)}
              formatValue={formatCount}
              series={[
                { name: 'requests', label: t('statistics.answered'), color: 'cyan.6' },
                { name: 'clientErrors', label: t('statistics.clientErrors'), color: 'orange.6' },
                { name: 'serverErrors', label: t('statistics.serverErrors'), color: 'red.6' },
              ]}
            />
          )}
        </Queried>
      </Panel>
      <Panel title={t('statistics.bytes')}>
        <Queried query={query}>
          {(data) => (
            <TimeChart
              label={t('statistics.bytes')}
              kind="bars"
              points={requestPoints(data.figures, span, about.since)}
              formatValue={formatBytes}
              series={[
                { name: 'bytesIn', label: t('statistics.bytesIn'), color: 'indigo.6' },
                { name: 'bytesOut', label: t('statistics.bytesOut'), color: 'teal.6' },
              ]}
            />
          )}
        </Queried>
      </Panel>
    </>
  )
}
