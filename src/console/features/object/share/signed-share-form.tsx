import { Button, Checkbox, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery, useAdminChange } from '../../../api/queries.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { fileNameOf } from '../object-place.ts'
import { previewKind } from '../preview/preview-kind.ts'
import { DownloadName } from './download-name.tsx'
import { DurationInput, secondsOf, type Duration } from './duration-input.tsx'
import { MadeLink } from './made-link.tsx'
import type { ObjectProps } from '../described-object.ts'

interface SignedShareFormProps extends ObjectProps {
  readonly keys: readonly { readonly id: string; readonly name: string }[]
}

interface Values {
  apiKeyId: string
  duration: Duration
  download: string | undefined
  /** Of an image. */
  preset: string | null
  isSingleUse: boolean
}

/** As the server bounds it, in seconds. */
const bounds = { least: 60, most: 365 * 86_400 }

export function SignedShareForm({ place, object, keys }: SignedShareFormProps) {
  const { t } = useTranslation('object')
  const { project, bucket, key } = place
  const delivery = useQuery(adminQuery('getDelivery', { project, name: bucket }))
  const presets = previewKind(object) === 'image' ? Object.keys(delivery.data?.presets ?? {}) : []
  const signing = useAdminChange('signLink', ['listLinks'])
  const form = useForm<Values>({
    initialValues: {
      apiKeyId: keys[0]?.id ?? '',
      duration: { amount: 7, unit: 'days' },
      download: undefined,
      preset: null,
      isSingleUse: false,
    },
    validate: {
      duration: (duration) => {
        const seconds = secondsOf(duration)
        return seconds >= bounds.least && seconds <= bounds.most ? null : t('duration.signed')
      },
    },
  })
  const make = form.onSubmit(({ apiKeyId, duration, download, preset, isSingleUse }) =>
    signing.mutate({
      project,
      bucket,
      key,
      apiKeyId,
      expiresInSeconds: secondsOf(duration),
      isSingleUse,
      ...(download && { download }),
      ...(preset !== null && { transform: `preset=${encodeURIComponent(preset)}` }),
    }),
  )
  return (
    <form onSubmit={make} noValidate>
      <Stack gap="md">
        <Select
          label={t('share.key')}
          description={t('share.keyHint')}
          allowDeselect={false}
          data={keys.map(({ id, name }) => ({ value: id, label: name === '' ? id : `${name} (${id})` }))}
          {...form.getInputProps('apiKeyId')}
        />
        <DurationInput
          value={form.values.duration}
          onChange={(duration) => form.setFieldValue('duration', duration)}
          error={typeof form.errors['duration'] === 'string' ? form.errors['duration'] : undefined}
        />
        <Checkbox
          label={t('share.once')}
          description={t('share.onceHint')}
          {...form.getInputProps('isSingleUse', { type: 'checkbox' })}
        />
        {presets.length > 0 && (
          <Select
            label={t('share.preset')}
            placeholder={t('share.original')}
            clearable
            data={presets}
            {...form.getInputProps('preset')}
          />
        )}
        <DownloadName
          value={form.values.download}
          usual={fileNameOf(key)}
          onChange={(download) => form.setFieldValue('download', download)}
        />
        <Button
          type="submit"
          leftSection={<IconLink size={16} />}
          loading={signing.isPending}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('share.make')}
        </Button>
        {signing.isError && <ProblemNotice error={signing.error} />}
        {signing.data && <MadeLink {...signing.data} />}
      </Stack>
    </form>
  )
}
