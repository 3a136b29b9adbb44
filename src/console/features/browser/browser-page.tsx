import { Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { adminQuery } from '../../api/queries.ts'
import { mayChange, useSession } from '../../api/session.ts'
import { Page } from '../../components/page.tsx'
import { Queried } from '../../components/queried.tsx'
import { BrowserActions } from './browser-actions.tsx'
import { JobsDrawer } from './jobs-drawer.tsx'
import { Listing } from './listing.tsx'
import { PathBar } from './path-bar.tsx'
import { PrefixSearch } from './prefix-search.tsx'
import { VersionsSwitch } from './versions-switch.tsx'
import { addressOf } from './place.ts'
import { byName } from './sorting.ts'
import { usePlace } from './use-place.ts'

/** The objects of a bucket: finding, uploading and changing them. */
export function BrowserPage() {
  const place = usePlace()
  const canChange = mayChange(useSession(), place.project)
  const bucket = useQuery(adminQuery('describeBucket', addressOf(place)))
  const [sorting, setSorting] = useState(byName)
  const [areJobsShown, jobs] = useDisclosure(false)
  const { project, bucket: name, prefix, showVersions } = place
  return (
    <Page title={name} actions={<BrowserActions place={place} canChange={canChange} onJobs={jobs.open} />}>
      <Queried query={bucket}>
        {({ versioning }) => (
          <Stack gap="xs">
            <PathBar place={place} key={prefix} />
            <Group justify="space-between" gap="xs">
              <PrefixSearch place={place} />
              <VersionsSwitch place={place} versioning={versioning} />
            </Group>
            <Listing
              // A selection is of one place only.
              key={JSON.stringify([project, name, prefix, showVersions])}
              place={place}
              access={{ canChange, isVersioned: versioning === 'enabled' }}
              sorting={sorting}
              onSorting={setSorting}
              onJobs={jobs.open}
            />
          </Stack>
        )}
      </Queried>
      <JobsDrawer place={place} canChange={canChange} isOpen={areJobsShown} onClose={jobs.close} />
    </Page>
  )
}
