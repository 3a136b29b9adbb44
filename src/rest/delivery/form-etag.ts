import { createHash } from 'node:crypto'
import { imageForm } from '../../core/derived/image-spec.ts'
import type { DeliveredForm } from '../../core/derived/open-delivery.ts'
import type { ObjectVersion } from '../../core/objects/object-version.ts'

/** The entity tag of a form; weak where the same form may be made of other bytes some day. */
export function formEtag({ etag }: ObjectVersion, form: DeliveredForm): string {
  if (form.kind === 'compressed') return `W/"${etag}-${form.coding}"`
  if (form.kind !== 'image') return `"${etag}"`
  const image = createHash('sha256').update(imageForm(form.image)).digest('hex').slice(0, 16)
  return `W/"${etag}-${image}"`
}
