import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { Panel } from '../../../components/panel.tsx'
import { Queried } from '../../../components/queried.tsx'
import { TimeChart } from '../../../components/time-chart.tsx'
import { formatBytes, formatCount } from '../../../lib/format.ts'
import { pointLabel } from './point-label.ts'
import type { About } from './about.ts'
import type { Span } from './span.ts'

/** What was held, by the hour. */
export function StorageCharts({ about, span }: { readonly about: About; readonly span: Span }) {
  const { t } = useTranslation('projects')
  const query = useQuery(adminQuery('getStorageStatistics', about))
  return (
    <>
      <Panel title={t('column.stored')}>
        <Queried query={query}>
          {({ figures }) => (
            <TimeChart
              label={t('column.stored')}
              kind="area"
              points={figures.map(({ at, ...values }) => ({ label: pointLabel(at, span), values }))}
              formatValue={formatBytes}
              series={[{ name: 'bytes', label: t('column.stored'), color: 'cyan.6' }]}
            />
          )}
        </Queried>
      </Panel>
      <Panel title={t('column.objects')}>
        <Queried query={query}>
          {({ figures }) => (
            <TimeChart
              label={t('column.objects')}
              kind="area"
              points={figures.map(({ at, ...values }) => ({ label: pointLabel(at, span), values }))}
              formatValue={formatCount}
              series={[{ name: 'objects', label: t('column.objects'), color: 'violet.6' }]}
            />
          )}
        </Queried>
      </Panel>
    </>
  )
}
