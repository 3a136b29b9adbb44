import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconDownload, IconTrash, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../../api/session.ts'
import { useTellProblem } from '../../../components/problem-text.ts'
import { fileNameOf, type ObjectPlace } from '../object-place.ts'
import { downloadObject } from '../presigned.ts'
import { useVersionChanges } from './use-version-changes.tsx'
import type { Version } from './use-versions.ts'

interface VersionActionsProps {
  readonly place: ObjectPlace
  readonly version: Version
}

/** Without a version to restore, deleting its marker brings an object back. */
export function VersionActions({ place: { project, bucket, key }, version }: VersionActionsProps) {
  const { t } = useTranslation(['object', 'common'])
  const tell = useTellProblem()
  const place = { project, bucket, key, versionId: version.versionId }
  const { restore, undelete, remove } = useVersionChanges(place)
  if (!mayChange(useSession(), project)) return null
  const { isDeleteMarker, isLatest } = version
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {!isDeleteMarker && (
        <IconAction
          icon={IconDownload}
          label={t('common:actions.download')}
          onClick={() => void downloadObject(place, fileNameOf(key)).catch(tell)}
        />
      )}
      {!isDeleteMarker && !isLatest && (
        <IconAction icon={IconArrowBackUp} label={t('versions.restore')} onClick={restore} />
      )}
      {isDeleteMarker && isLatest && (
        <IconAction icon={IconArrowBackUp} label={t('versions.undelete')} onClick={undelete} />
      )}
      <IconAction icon={IconTrash} label={t('versions.delete')} color="red" onClick={remove} />
    </Group>
  )
}

interface IconActionProps {
  readonly icon: Icon
  readonly label: string
  readonly color?: string
  readonly onClick: () => void
}

const IconAction = ({ icon: Picture, label, color = 'gray', onClick }: IconActionProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="subtle" color={color} aria-label={label} onClick={onClick}>
      <Picture size={16} />
    </ActionIcon>
  </Tooltip>
)
