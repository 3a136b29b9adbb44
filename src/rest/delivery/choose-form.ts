import { knownType } from '../../core/buckets/media-types.ts'
import { typeOfName } from '../../lib/media-type.ts'
import { chooseCoding, isCompressible } from './choose-coding.ts'
import { chooseImage, type ImageQuery } from './choose-image.ts'
import type { IncomingHttpHeaders } from 'node:http'
import type { DeliveredForm } from '../../core/derived/open-delivery.ts'
import type { LocatedVersion } from '../../core/objects/get-version.ts'
import type { ObjectVersion } from '../../core/objects/object-version.ts'

export interface ChosenForm {
  readonly form: DeliveredForm
  /** Of the object. */
  readonly contentType: string
  /** Request headers that the choice depends on. */
  readonly vary: readonly string[]
}

/** The form in which a browser gets all of an object. Throws what chooseImage throws. */
export function chooseForm(
  headers: IncomingHttpHeaders,
  { bucket, version }: LocatedVersion,
  query: ImageQuery,
): ChosenForm {
  const { cors, delivery = {} } = bucket.configuration
  const contentType = typeOf(version)
  const origin = cors ? ['Origin'] : []
  const chosen = chooseImage(
    { query, accept: headers.accept },
    delivery,
    knownType(contentType) ?? contentType,
  )
  if (chosen) {
    const vary = chosen.dependsOnAccept ? ['Accept', ...origin] : origin
    return { form: { kind: 'image', image: chosen.image }, contentType, vary }
  }
  if (!isCompressible(version, contentType, delivery))
    return { form: { kind: 'stored' }, contentType, vary: origin }
  const coding = chooseCoding(headers['accept-encoding'])
  const form = coding ? ({ kind: 'compressed', coding } as const) : ({ kind: 'stored' } as const)
  return { form, contentType, vary: ['Accept-Encoding', ...origin] }
}

/** What it was stored as, unless that says nothing and its name says more. */
function typeOf({ key, attributes: { contentType = '' } }: ObjectVersion): string {
  if (knownType(contentType) !== undefined) return contentType
  return typeOfName(key) ?? 'application/octet-stream'
}
