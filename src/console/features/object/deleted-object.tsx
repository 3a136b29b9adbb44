import { Alert, Stack } from '@mantine/core'
import { IconFileOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../api/problem.ts'
import { VersionsTab } from './versions/versions-tab.tsx'
import type { ObjectPlace } from './object-place.ts'

/** Whether there is nothing under the key at the moment, or a delete marker. */
export const isGone = (error: unknown): boolean =>
  error instanceof Problem && ['NoSuchKey', 'NoSuchVersion', 'MethodNotAllowed'].includes(error.code)

/** What is left of an object that is not there: its versions, if they were kept. */
export function DeletedObject({ place }: { readonly place: ObjectPlace }) {
  const { t } = useTranslation('object')
  return (
    <Stack gap="md">
      <Alert variant="light" color="yellow" icon={<IconFileOff />} title={t('gone.title')}>
        {t('gone.hint')}
      </Alert>
      <VersionsTab place={place} />
    </Stack>
  )
}
