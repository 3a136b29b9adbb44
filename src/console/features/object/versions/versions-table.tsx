import { Badge, Checkbox, Code, Group, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AnchorLink } from '../../../components/anchor-link.tsx'
import { formatBytes, formatMoment } from '../../../lib/format.ts'
import { VersionActions } from './version-actions.tsx'
import type { ObjectPlace } from '../object-place.ts'
import type { Version } from './use-versions.ts'

interface VersionsTableProps {
  readonly place: ObjectPlace
  readonly versions: readonly Version[]
  /** Ids of those to be compared. */
  readonly chosen: readonly string[]
  readonly onChoose: (version: Version) => void
}

export function VersionsTable({ versions, ...row }: VersionsTableProps) {
  const { t } = useTranslation('object')
  return (
    <Table.ScrollContainer
      minWidth={760}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={t('tabs.versions')}
    >
      <Table highlightOnHover withTableBorder fz="sm" aria-label={t('tabs.versions')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('versions.chosen')}</Table.Th>
            <Table.Th>{t('facts.modified')}</Table.Th>
            <Table.Th>{t('facts.versionId')}</Table.Th>
            <Table.Th>{t('versions.state')}</Table.Th>
            <Table.Th ta="right">{t('facts.size')}</Table.Th>
            <Table.Th ta="right">{t('versions.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map((version) => (
            <VersionRow key={version.versionId} version={version} {...row} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

type VersionRowProps = Omit<VersionsTableProps, 'versions'> & { readonly version: Version }

function VersionRow({ place, version, chosen, onChoose }: VersionRowProps) {
  const { t } = useTranslation('object')
  const { versionId, isDeleteMarker, isLatest, lastModified, size } = version
  const { project, bucket, key } = place
  const when = formatMoment(lastModified)
  return (
    <Table.Tr {...(versionId === place.versionId && { 'aria-current': 'true' })}>
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={t('versions.choose', { when })}
          checked={chosen.includes(versionId)}
          disabled={isDeleteMarker}
          onChange={() => onChoose(version)}
        />
      </Table.Td>
      <Table.Td>
        {isDeleteMarker ? (
          when
        ) : (
          <AnchorLink
            size="sm"
            to="/projects/$project/buckets/$bucket/object"
            params={{ project, bucket }}
            search={{ key, versionId, tab: 'preview' }}
          >
            {when}
          </AnchorLink>
        )}
      </Table.Td>
      <Table.Td>
        <Code>{versionId}</Code>
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {isLatest && <Badge variant="light">{t('versions.newest')}</Badge>}
          {isDeleteMarker && (
            <Badge variant="light" color="red">
              {t('versions.marker')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td ta="right">{isDeleteMarker ? '—' : formatBytes(size)}</Table.Td>
      <Table.Td>
        <VersionActions place={place} version={version} />
      </Table.Td>
    </Table.Tr>
  )
}
