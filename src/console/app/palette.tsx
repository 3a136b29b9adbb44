import { Kbd } from '@mantine/core'
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconBucket, IconFolder, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../api/queries.ts'
import { useSession } from '../api/session.ts'
import { pagesFor } from './pages.ts'

const mostShown = 12

/** Every page, project and bucket, by a few letters of its name. */
export function Palette() {
  const { t } = useTranslation('shell')
  const [isOpen, setOpen] = useState(false)
  const groups = [usePageActions(), useProjectActions(isOpen), useBucketActions(isOpen)]
  return (
    <Spotlight
      actions={groups}
      shortcut={['mod + K']}
      limit={mostShown}
      highlightQuery
      scrollable
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      // On the colour of what is chosen it would be too faint.
      styles={{ actionDescription: { opacity: 1 } }}
      maxHeight={420}
      nothingFound={t('palette.nothing')}
      onSpotlightOpen={() => setOpen(true)}
      onSpotlightClose={() => setOpen(false)}
      searchProps={{
        'aria-label': t('palette.hint'),
        placeholder: t('palette.hint'),
        leftSection: <IconSearch size={18} aria-hidden />,
      }}
    />
  )
}

function usePageActions(): SpotlightActionGroupData {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const actions = pagesFor(useSession()).map(({ name, to, key, icon: Picture }) => ({
    id: `page ${name}`,
    label: t(`pages.${name}`),
    leftSection: <Picture size={18} aria-hidden />,
    rightSection: <Kbd size="xs">{`g ${key}`}</Kbd>,
    onClick: () => void navigate({ to }),
  }))
  return { group: t('palette.pages'), actions }
}

function useProjectActions(enabled: boolean): SpotlightActionGroupData {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const { data } = useQuery({ ...adminQuery('listProjects'), enabled })
  const actions = (data?.projects ?? []).map(({ id, name }) => ({
    id: `project ${id}`,
    label: name,
    leftSection: <IconFolder size={18} aria-hidden />,
    onClick: () => void navigate({ to: '/projects/$project', params: { project: name } }),
  }))
  return { group: t('pages.projects'), actions }
}

function useBucketActions(enabled: boolean): SpotlightActionGroupData {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const { data } = useQuery({ ...adminQuery('listBuckets'), enabled })
  const actions = (data?.buckets ?? []).map(({ name: bucket, project }) => ({
    id: `bucket ${project} ${bucket}`,
    label: bucket,
    description: project,
    leftSection: <IconBucket size={18} aria-hidden />,
    onClick: () => void navigate({ to: '/projects/$project/buckets/$bucket', params: { project, bucket } }),
  }))
  return { group: t('pages.buckets'), actions }
}
