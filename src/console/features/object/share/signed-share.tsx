import { IconKey } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ButtonLink } from '../../../components/anchor-link.tsx'
import { Queried } from '../../../components/queried.tsx'
import { isPast } from '../is-past.ts'
import { SignedShareForm } from './signed-share-form.tsx'
import type { ObjectProps } from '../described-object.ts'
import type { OutputOf } from '../../../../admin/contract.ts'

/** Links are signed in the name of an API key: without one there is none. */
export function SignedShare({ place, object }: ObjectProps) {
  const { t } = useTranslation('object')
  const { project } = place
  const query = useQuery(adminQuery('listApiKeys', { project }))
  return (
    <Queried query={query}>
      {({ keys }) => {
        const usable = keys.filter(isUsable)
        if (usable.length > 0) return <SignedShareForm place={place} object={object} keys={usable} />
        return (
          <EmptyState
            icon={IconKey}
            title={t('share.noKey')}
            action={
              <ButtonLink
                variant="default"
                to="/projects/$project"
                params={{ project }}
                search={{ tab: 'api-keys' }}
              >
                {t('share.toKeys')}
              </ButtonLink>
            }
          >
            {t('share.noKeyHint')}
          </EmptyState>
        )
      }}
    </Queried>
  )
}

type ApiKey = OutputOf<'listApiKeys'>['keys'][number]

const isUsable = ({ status, expiresAt }: ApiKey): boolean =>
  status === 'active' && (expiresAt === null || !isPast(expiresAt))
