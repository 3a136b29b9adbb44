import { Drawer, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Queried } from '../../components/queried.tsx'
import { JobCard } from './job-card.tsx'
import { refreshListings } from './refresh-listings.ts'
import { useObjectJobs } from './use-object-jobs.ts'
import type { Place } from './place.ts'

interface JobsDrawerProps {
  readonly place: Place
  readonly canChange: boolean
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The jobs of the bucket, the newest first; whenever one has ended, the listing is read again. */
export function JobsDrawer({ place, canChange, isOpen, onClose }: JobsDrawerProps) {
  const { t } = useTranslation('browser')
  const client = useQueryClient()
  const { query } = useObjectJobs(place)
  const ended = query.data?.jobs.filter(({ endedAt }) => endedAt !== null).length
  useEffect(() => {
    if (ended !== undefined) void refreshListings(client)
  }, [client, ended])
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      title={t('jobs.title')}
      closeButtonProps={{ 'aria-label': t('actions.close', { ns: 'common' }) }}
    >
      <Queried query={query}>
        {({ jobs }) =>
          jobs.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('jobs.empty')}
            </Text>
          ) : (
            <Stack gap="sm" aria-live="polite">
              {jobs.map((job) => (
                <JobCard key={job.id} job={job} place={place} canChange={canChange} />
              ))}
            </Stack>
          )
        }
      </Queried>
    </Drawer>
  )
}
