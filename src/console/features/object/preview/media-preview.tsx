import { Paper } from '@mantine/core'
import { Queried } from '../../../components/queried.tsx'
import { fileNameOf } from '../object-place.ts'
import { usePresigned } from '../presigned.ts'
import type { ObjectProps } from '../described-object.ts'

/** The browser asks for the ranges that it plays. */
export const VideoPreview = ({ place, object }: ObjectProps) => (
  <Queried query={usePresigned(place, { etag: object.etag })}>
    {({ url }) => (
      <video
        src={url}
        controls
        preload="metadata"
        aria-label={fileNameOf(place.key)}
        style={{ width: '100%', maxHeight: '65vh', background: '#000' }}
      />
    )}
  </Queried>
)

export const AudioPreview = ({ place, object }: ObjectProps) => (
  <Queried query={usePresigned(place, { etag: object.etag })}>
    {({ url }) => (
      <Paper withBorder p="md">
        <audio
          src={url}
          controls
          preload="metadata"
          aria-label={fileNameOf(place.key)}
          style={{ width: '100%' }}
        />
      </Paper>
    )}
  </Queried>
)
