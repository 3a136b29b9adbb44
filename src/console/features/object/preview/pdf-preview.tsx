import { Queried } from '../../../components/queried.tsx'
import { fileNameOf } from '../object-place.ts'
import { usePresigned } from '../presigned.ts'
import type { ObjectProps } from '../described-object.ts'

/** In the viewer of the browser, from the S3 port; the type is said anew, so that nothing else is shown there. */
export const PdfPreview = ({ place, object }: ObjectProps) => (
  <Queried query={usePresigned(place, { etag: object.etag, contentType: 'application/pdf' })}>
    {({ url }) => (
      <iframe
        src={url}
        title={fileNameOf(place.key)}
        referrerPolicy="no-referrer"
        style={{ width: '100%', height: '75vh', border: 0 }}
      />
    )}
  </Queried>
)
