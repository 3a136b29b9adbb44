import { Center, Paper, Stack, Text } from '@mantine/core'
import { IconPhotoOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Queried } from '../../../components/queried.tsx'
import { fileNameOf } from '../object-place.ts'
import { usePresigned } from '../presigned.ts'
import { ImagePresets } from './image-presets.tsx'
import type { ObjectProps } from '../described-object.ts'
import type { PixelSize } from './derived-size.ts'

export function ImagePreview({ place, object }: ObjectProps) {
  const { t } = useTranslation('object')
  const [pixels, setPixels] = useState<PixelSize>()
  const query = usePresigned(place, { etag: object.etag })
  return (
    <Stack gap="sm">
      <Queried query={query}>
        {({ url }) => <Picture url={url} name={fileNameOf(place.key)} onPixels={setPixels} />}
      </Queried>
      {pixels && (
        <Text size="sm" c="dimmed">
          {t('preview.pixels', { ...pixels })}
        </Text>
      )}
      {pixels && <ImagePresets place={place} pixels={pixels} />}
    </Stack>
  )
}

interface PictureProps {
  readonly url: string
  readonly name: string
  readonly onPixels: (pixels: PixelSize) => void
}

/** Shows where an image is transparent. */
const chequered =
  'repeating-conic-gradient(light-dark(#f1f3f5, #2e2e2e) 0 25%, light-dark(#fff, #242424) 0 50%) 0 0 / 20px 20px'

function Picture({ url, name, onPixels }: PictureProps) {
  const { t } = useTranslation('object')
  const [hasFailed, setFailed] = useState(false)
  if (hasFailed)
    return (
      <EmptyState icon={IconPhotoOff} title={t('preview.brokenImage')}>
        {t('preview.brokenImageHint')}
      </EmptyState>
    )
  return (
    <Paper withBorder p="md">
      <Center>
        <img
          src={url}
          alt={name}
          style={{ maxWidth: '100%', maxHeight: '65vh', background: chequered }}
          onError={() => setFailed(true)}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            onPixels({ width, height })
          }
        />
      </Center>
    </Paper>
  )
}
