import { contentReader, checkReadable } from '../encryption/content-reader.ts'
import { S3Error } from '../errors.ts'
import { LimitReached } from '../../lib/limit.ts'
import { checkRestored } from '../objects/archive.ts'
import { getVersion, type LocatedVersion } from '../objects/get-version.ts'
import { openBlob, openVersion } from '../objects/open-version.ts'
import { rereadOnce } from '../objects/reread.ts'
import { BlobMissing, type ByteSlice } from '../ports.ts'
import type { Caller } from '../caller.ts'
import type { DerivedForm, KeptForm } from './derived.ts'
import type { FormSource } from './form-source.ts'
import type { MadeImage } from './image-maker.ts'
import type { DerivedForms } from './derived-forms.ts'
import type { ObjectRef } from '../objects/object-ref.ts'
import type { Parts } from '../parts.ts'
import type { Readable } from 'node:stream'

/** What is sent of an object: nothing, its bytes, or something made of them. */
export type DeliveredForm =
  | { readonly kind: 'none' }
  /** Without `slice`: all bytes. */
  | { readonly kind: 'stored'; readonly slice?: ByteSlice | undefined }
  | DerivedForm

interface DeliveredContent {
  /** What it came to be: bytes that cannot be compressed at the moment are sent as they are. */
  readonly form: DeliveredForm
  /** In bytes, of the form. */
  readonly size: number
  /** Of the form, where it is another one than the object's. */
  readonly contentType?: string | undefined
  readonly body: Readable | Buffer | undefined
}

export interface Delivered<Plan> extends DeliveredContent, LocatedVersion {
  readonly plan: Plan
}

/** Finds an object, and opens the form of it that `planFor` wants once it knows what is there. Throws what GetObject throws. */
export const openDelivery =
  (parts: Parts, forms: DerivedForms) =>
  <Plan extends { readonly form: DeliveredForm }>(
    caller: Caller,
    object: ObjectRef,
    planFor: (located: LocatedVersion) => Plan,
  ): Promise<Delivered<Plan>> =>
    rereadOnce(async () => {
      const located = await getVersion(parts, caller, object, { withData: true, action: 's3:GetObject' })
      checkRestored(parts, located.version)
      const plan = planFor(located)
      const source = { access: { caller, customerKey: undefined }, ...located }
      return { plan, ...located, ...(await contentOf({ parts, forms, source }, plan.form)) }
    })

interface Opening {
  readonly parts: Parts
  readonly forms: DerivedForms
  readonly source: FormSource
}

async function contentOf(opening: Opening, form: DeliveredForm): Promise<DeliveredContent> {
  const { parts, source } = opening
  const { version, access } = source
  const { size } = version
  if (form.kind === 'none') {
    await checkReadable(parts, version, access)
    return { form, size, body: undefined }
  }
  if (form.kind === 'stored') return stored(opening, form.slice)
  try {
    return await derivedContent(opening, form)
  } catch (error) {
    if (form.kind === 'compressed' && isWithoutRoom(error)) return stored(opening, undefined)
    throw error
  }
}

async function stored(
  { parts, source: { version, access } }: Opening,
  slice: ByteSlice | undefined,
): Promise<DeliveredContent> {
  const body = await openVersion(parts, { version, slice }, access)
  return { form: { kind: 'stored', slice }, size: slice ? slice.end - slice.start + 1 : version.size, body }
}

/** Whether bytes are not compressed because there is no time or no room for it. */
const isWithoutRoom = (error: unknown) =>
  error instanceof LimitReached || (error instanceof S3Error && error.code === 'InsufficientStorage')

async function derivedContent(opening: Opening, form: DerivedForm): Promise<DeliveredContent> {
  const { forms, source } = opening
  const kept = await forms.get(source, form)
  try {
    return await openForm(opening, form, kept)
  } catch (error) {
    if (!(error instanceof BlobMissing)) throw error
    return openForm(opening, form, await forms.renew(source, form))
  }
}

async function openForm(
  { parts, source: { version, access } }: Opening,
  form: DerivedForm,
  made: KeptForm | MadeImage,
): Promise<DeliveredContent> {
  if ('data' in made) {
    const { data: body, contentType } = made
    return { form, size: body.length, contentType, body }
  }
  const { blobId, size, salt, contentType } = made
  const reader = await contentReader(parts, version, access)
  const body = await openBlob(reader, { blobId, size, salt }, { start: 0, end: size - 1 })
  return { form, size, contentType, body }
}
