import { Button } from '@mantine/core'
import { IconArchive, IconDownload, IconShare, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../api/session.ts'
import { openForm } from '../../components/form-modal.tsx'
import { ButtonLink } from '../../components/anchor-link.tsx'
import { useTellProblem } from '../../components/problem-text.ts'
import { fileNameOf } from './object-place.ts'
import { downloadObject } from './presigned.ts'
import { RestoreForm } from './restore-form.tsx'
import { useRemoveObject } from './use-remove-object.tsx'
import type { ObjectProps } from './described-object.ts'

const archives: readonly string[] = ['GLACIER', 'DEEP_ARCHIVE']

export function ObjectActions({ place, object }: ObjectProps) {
  const { t } = useTranslation(['object', 'common'])
  const tell = useTellProblem()
  const remove = useRemoveObject(place)
  const { project, bucket, key, versionId } = place
  if (!mayChange(useSession(), project)) return null
  const restore = () =>
    openForm({
      title: t('restore.title'),
      form: (close) => <RestoreForm place={place} object={object} onDone={close} />,
    })
  return (
    <>
      <Button
        leftSection={<IconDownload size={16} />}
        onClick={() => void downloadObject(place, fileNameOf(place.key)).catch(tell)}
      >
        {t('common:actions.download')}
      </Button>
      {archives.includes(object.storageClass) && (
        <Button variant="default" leftSection={<IconArchive size={16} />} onClick={restore}>
          {t('restore.action')}
        </Button>
      )}
      <ButtonLink
        variant="default"
        leftSection={<IconShare size={16} />}
        to="/projects/$project/buckets/$bucket/object"
        params={{ project, bucket }}
        search={{ key, tab: 'share', ...(versionId !== undefined && { versionId }) }}
      >
        {t('share.action')}
      </ButtonLink>
      <Button variant="light" color="red" leftSection={<IconTrash size={16} />} onClick={remove}>
        {t('common:actions.delete')}
      </Button>
    </>
  )
}
