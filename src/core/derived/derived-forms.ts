import { Readable } from 'node:stream'
import { limit } from '../../lib/limit.ts'
import { compressedBody } from './compressed-body.ts'
import { formUses } from './form-uses.ts'
import { imageForm, type SettledImage } from './image-spec.ts'
import { keepForm } from './keep-form.ts'
import { makeImage } from './make-image.ts'
import type { Coding } from '../../lib/compress.ts'
import type { DerivedForm, KeptForm } from './derived.ts'
import type { FormSource } from './form-source.ts'
import type { MadeImage } from './image-maker.ts'
import type { Parts } from '../parts.ts'

/** Threads that compress, and forms that wait for one; more are sent as they are. */
const mostCompressing = { running: 2, waiting: 16 }

/** The forms of objects that are made when they are first asked for, once each. */
export function derivedForms(parts: Parts) {
  const making = new Map<string, Promise<KeptForm | MadeImage>>()
  const uses = formUses(parts.clock)
  const compressing = limit(mostCompressing)

  const image = (source: FormSource, form: SettledImage, { place, name }: Slot): Promise<MadeImage> => {
    const made = makeImage(parts, source, form)
    making.set(place, made)
    // Nobody waits until it is kept, and what cannot be kept is made again.
    void made
      .then(({ data, contentType }) =>
        keepForm(parts, source, { name, body: Readable.from([data]), contentType }),
      )
      .catch(() => undefined)
      .finally(() => making.delete(place))
    return made
  }
  const compressed = (source: FormSource, coding: Coding, { place, name }: Slot): Promise<KeptForm> => {
    const kept = compressing(async () =>
      keepForm(parts, source, {
        name,
        body: await compressedBody(parts, source, coding),
        contentType: undefined,
      }),
    ).finally(() => making.delete(place))
    making.set(place, kept)
    return kept
  }
  const makeOnce = (source: FormSource, form: DerivedForm): Promise<KeptForm | MadeImage> => {
    const name = nameOfForm(form)
    const place = `${String(source.version.sequence)}/${name}`
    const running = making.get(place)
    if (running) return running
    return form.kind === 'image'
      ? image(source, form.image, { place, name })
      : compressed(source, form.coding, { place, name })
  }
  return {
    /** The one that is kept, or a new one. Throws what `makeImage` throws, or LimitReached. */
    get: async (source: FormSource, form: DerivedForm): Promise<KeptForm | MadeImage> => {
      const known = await parts.metadata.derived.find(source.version.sequence, nameOfForm(form))
      if (!known) return makeOnce(source, form)
      uses.note(known.id)
      return known
    },
    /** Makes a form again whose blob is gone. */
    renew: makeOnce,
    takeUses: uses.take,
  }
}

export type DerivedForms = ReturnType<typeof derivedForms>

/** Where a form that is being made is found, and what it is called among those of its object. */
interface Slot {
  readonly place: string
  readonly name: string
}

const nameOfForm = (form: DerivedForm): string =>
  form.kind === 'image' ? imageForm(form.image) : `coding:${form.coding}`
