import { Code, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { DataTable } from '../../../components/data-table.tsx'
import { derivedSize, type ImagePreset, type PixelSize } from './derived-size.ts'
import type { ObjectPlace } from '../object-place.ts'

interface ImagePresetsProps {
  readonly place: ObjectPlace
  readonly pixels: PixelSize
}

/** What the presets of the bucket make of an image; nothing where there are none. */
export function ImagePresets({ place: { project, bucket }, pixels }: ImagePresetsProps) {
  const { t } = useTranslation('object')
  const { data } = useQuery(adminQuery('getDelivery', { project, name: bucket }))
  const presets = Object.entries(data?.presets ?? {})
  if (presets.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('presets.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('presets.hint')}
      </Text>
      <DataTable
        label={t('presets.title')}
        minWidth={420}
        rows={presets}
        keyOf={([name]) => name}
        columns={[
          { title: t('presets.name'), cell: ([name]) => name },
          {
            title: t('presets.size'),
            cell: ([, preset]) => t('preview.pixels', { ...derivedSize(pixels, preset) }),
          },
          { title: t('presets.form'), cell: ([, preset]) => <Form preset={preset} /> },
          { title: t('presets.query'), cell: ([name]) => <Code>?preset={encodeURIComponent(name)}</Code> },
        ]}
      />
    </Stack>
  )
}

function Form({ preset: { fit, format, quality } }: { readonly preset: ImagePreset }) {
  const { t } = useTranslation('object')
  const form = [fit, format, quality === undefined ? undefined : t('presets.quality', { quality })]
  return form.filter((part) => part !== undefined).join(', ') || '—'
}
