import type { Readable } from 'node:stream'
import type { SettledImage } from './image-spec.ts'

/** Makes images of images. */
export interface ImageMaker {
  /** Opens the source when its turn comes, and reads it to its end. Rejects with InvalidImage, or SlowDown when too many wait already. */
  make(open: () => Promise<Readable | Buffer>, image: SettledImage): Promise<MadeImage>
}

export interface MadeImage {
  readonly data: Buffer
  readonly contentType: string
}
