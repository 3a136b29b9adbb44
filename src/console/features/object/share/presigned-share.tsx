import { Button, Stack } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../../api/admin.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { fileNameOf, inputOf } from '../object-place.ts'
import { DownloadName } from './download-name.tsx'
import { DurationInput, secondsOf, type Duration } from './duration-input.tsx'
import { MadeLink } from './made-link.tsx'
import type { ObjectProps } from '../described-object.ts'

/** As S3 has it, in seconds. */
const bounds = { least: 60, most: 7 * 86_400 }

export function PresignedShare({ place }: ObjectProps) {
  const { t } = useTranslation('object')
  const [duration, setDuration] = useState<Duration>({ amount: 1, unit: 'hours' })
  const [download, setDownload] = useState<string>()
  const seconds = secondsOf(duration)
  const isValid = seconds >= bounds.least && seconds <= bounds.most
  const presigning = useMutation({
    mutationFn: () =>
      call('presignObject', {
        ...inputOf(place),
        method: 'GET',
        expiresInSeconds: seconds,
        ...(download && { download }),
      }),
  })
  const make = (event: SyntheticEvent) => {
    event.preventDefault()
    if (isValid) presigning.mutate()
  }
  return (
    <form onSubmit={make} noValidate>
      <Stack gap="md">
        <DurationInput
          value={duration}
          onChange={setDuration}
          error={isValid ? undefined : t('duration.presigned')}
        />
        <DownloadName value={download} usual={fileNameOf(place.key)} onChange={setDownload} />
        <Button
          type="submit"
          leftSection={<IconLink size={16} />}
          loading={presigning.isPending}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('share.make')}
        </Button>
        {presigning.isError && <ProblemNotice error={presigning.error} />}
        {presigning.data && <MadeLink {...presigning.data} />}
      </Stack>
    </form>
  )
}
