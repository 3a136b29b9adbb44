import { IconRocket } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../api/queries.ts'
import { useSession } from '../../api/session.ts'
import { ButtonLink } from '../../components/anchor-link.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

/** The way into the guided start, while there is no bucket. */
export function FirstSteps() {
  const { t } = useTranslation('dashboard')
  const { role } = useSession()
  const { data } = useQuery(adminQuery('listBuckets'))
  if (data?.buckets.length !== 0 || role === 'viewer') return null
  return (
    <EmptyState
      icon={IconRocket}
      title={t('first.title')}
      action={<ButtonLink to="/setup">{t('first.action')}</ButtonLink>}
    >
      {t('first.text')}
    </EmptyState>
  )
}
