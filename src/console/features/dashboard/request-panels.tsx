import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { AnchorLink } from '../../components/anchor-link.tsx'
import { Panel } from '../../components/panel.tsx'
import { Queried } from '../../components/queried.tsx'
import { inputOf, refetchMs, type About } from './about.ts'
import { RequestTable } from './request-table.tsx'

const limit = 6
const leastFailure = 400

/** The newest requests that were refused or went wrong. */
export function FailedRequests(about: About) {
  const { t } = useTranslation('dashboard')
  const { project } = about
  const query = useQuery({
    ...adminQuery('searchRequests', { ...inputOf(about), leastStatus: leastFailure, limit }),
    refetchInterval: refetchMs,
  })
  const search = { status: String(leastFailure), ...(project !== undefined && { project }) }
  return (
    <Panel
      title={t('failed.title')}
      actions={
        <AnchorLink to="/logs" search={search} size="sm">
          {t('failed.all')}
        </AnchorLink>
      }
    >
      <Queried query={query}>
        {({ requests }) => (
          <RequestTable label={t('failed.title')} none={t('failed.none')} requests={requests} shows="error" />
        )}
      </Queried>
    </Panel>
  )
}

/** Those that took longest. */
export function SlowRequests(about: About) {
  const { t } = useTranslation('dashboard')
  const query = useQuery({
    ...adminQuery('listSlowRequests', { ...inputOf(about), limit }),
    refetchInterval: refetchMs,
  })
  return (
    <Panel title={t('slow.title')}>
      <Queried query={query}>
        {({ requests }) => (
          <RequestTable label={t('slow.title')} none={t('slow.none')} requests={requests} shows="time" />
        )}
      </Queried>
    </Panel>
  )
}
