import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { TimeChart } from '../../components/time-chart.tsx'
import { formatCount } from '../../lib/format.ts'
import { inputOf, refetchMs, type About } from './about.ts'
import { requestSteps } from './figures.ts'
import { stepLabel } from './step-label.ts'

export function RequestsOverTime(about: About) {
  const { t } = useTranslation('dashboard')
  const { span } = about
  const query = useQuery({
    ...adminQuery('getRequestStatistics', { ...inputOf(about), by: span.by }),
    refetchInterval: refetchMs,
  })
  return (
    <Panel title={t('requests.title')} hint={t('requests.hint')}>
      <Queried query={query}>
        {({ figures }) => (
          <TimeChart
            kind="bars"
            label={t('requests.title')}
            formatValue={formatCount}
            points={requestSteps(span, figures).map(({ step, ...values }) => ({
              label: stepLabel(span, step),
              values,
            }))}
            series={[
              { name: 'fine', label: t('requests.fine'), color: 'cyan.7' },
              { name: 'clientErrors', label: t('requests.clientErrors'), color: 'yellow.6' },
              { name: 'serverErrors', label: t('requests.serverErrors'), color: 'red.7' },
            ]}
          />
        )}
      </Queried>
    </Panel>
  )
}
