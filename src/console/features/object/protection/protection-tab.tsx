import { SimpleGrid } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ButtonLink } from '../../../components/anchor-link.tsx'
import { Queried } from '../../../components/queried.tsx'
import { LegalHold } from './legal-hold.tsx'
import { Retention } from './retention.tsx'
import type { ObjectProps } from '../described-object.ts'

/** What keeps a version from being deleted. */
export function ProtectionTab({ place, object }: ObjectProps) {
  const { t } = useTranslation('object')
  const { project, bucket } = place
  const query = useQuery(adminQuery('describeBucket', { project, name: bucket }))
  return (
    <Queried query={query}>
      {({ objectLock }) =>
        objectLock ? (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Retention place={place} object={object} />
            <LegalHold place={place} object={object} />
          </SimpleGrid>
        ) : (
          <EmptyState
            icon={IconShieldLock}
            title={t('protection.off')}
            action={
              <ButtonLink
                variant="default"
                to="/projects/$project/buckets/$bucket/settings"
                params={{ project, bucket }}
                search={{ tab: 'versioning' }}
              >
                {t('protection.toSettings')}
              </ButtonLink>
            }
          >
            {t('protection.offHint')}
          </EmptyState>
        )
      }
    </Queried>
  )
}
