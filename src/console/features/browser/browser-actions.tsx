import { Button, type ButtonProps } from '@mantine/core'
import { IconFolderPlus, IconLink, IconListCheck, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { UploadMenu } from '../uploads/upload-menu.tsx'
import { useUploadFiles } from '../uploads/use-upload-files.ts'
import { askNewFolder } from './new-folder-form.tsx'
import { folderOf, type Place } from './place.ts'
import { useObjectJobs } from './use-object-jobs.ts'
import { useGoTo } from './use-place.ts'

interface BrowserActionsProps {
  readonly place: Place
  readonly canChange: boolean
  readonly onJobs: () => void
}

const plain: ButtonProps = { size: 'xs', variant: 'default' }

/** What can be done with the bucket and the folder one is in. */
export function BrowserActions({ place, canChange, onJobs }: BrowserActionsProps) {
  const { t } = useTranslation('browser')
  const upload = useUploadFiles(place, folderOf(place.prefix))
  const goTo = useGoTo()
  const { running } = useObjectJobs(place)
  const { project, bucket } = place
  return (
    <>
      <Button
        {...plain}
        leftSection={<IconSettings size={16} />}
        renderRoot={(props) => (
          <Link {...props} to="/projects/$project/buckets/$bucket/settings" params={{ project, bucket }} />
        )}
      >
        {t('toolbar.settings')}
      </Button>
      <Button
        {...plain}
        leftSection={<IconLink size={16} />}
        renderRoot={(props) => (
          <Link {...props} to="/projects/$project/buckets/$bucket/links" params={{ project, bucket }} />
        )}
      >
        {t('toolbar.links')}
      </Button>
      <Button {...plain} leftSection={<IconListCheck size={16} />} onClick={onJobs}>
        {running.length === 0 ? t('toolbar.jobs') : t('toolbar.jobsRunning', { count: running.length })}
      </Button>
      {canChange && (
        <>
          <Button
            {...plain}
            leftSection={<IconFolderPlus size={16} />}
            onClick={() =>
              askNewFolder({
                place,
                title: t('folder.title'),
                onMade: (prefix) => goTo({ prefix, showVersions: false }),
              })
            }
          >
            {t('toolbar.newFolder')}
          </Button>
          <UploadMenu onFiles={upload} />
        </>
      )}
    </>
  )
}
