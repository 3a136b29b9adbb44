import { Button, Group, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconArrowsDiff, IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/empty-state.tsx'
import { MorePages } from '../../../components/more-pages.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { CompareVersions } from './compare-versions.tsx'
import { useVersions, type Version } from './use-versions.ts'
import { VersionsTable } from './versions-table.tsx'
import type { ObjectPlace } from '../object-place.ts'

/** What was under this key, and is kept. */
export function VersionsTab({ place }: { readonly place: ObjectPlace }) {
  const { t } = useTranslation('object')
  const query = useVersions(place)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const versions = query.data ?? []
  // The older one first, as one reads.
  const pair = versions.filter(({ versionId }) => chosen.includes(versionId)).reverse()
  const choose = ({ versionId }: Version) =>
    setChosen((before) =>
      before.includes(versionId) ? before.filter((id) => id !== versionId) : [...before, versionId].slice(-2),
    )
  const compare = () =>
    modals.open({
      title: t('versions.compare'),
      size: '80rem',
      children: <CompareVersions place={place} versions={pair} />,
    })
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (query.isSuccess && versions.length === 0)
    return (
      <EmptyState icon={IconHistory} title={t('versions.none')}>
        {t('versions.noneHint')}
      </EmptyState>
    )
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('versions.hint')}
        </Text>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowsDiff size={16} />}
          disabled={pair.length !== 2}
          onClick={compare}
        >
          {t('versions.compare')}
        </Button>
      </Group>
      <VersionsTable place={place} versions={versions} chosen={chosen} onChoose={choose} />
      <MorePages query={query} />
    </Stack>
  )
}
