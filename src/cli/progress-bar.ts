import { clearLine, cursorTo } from 'node:readline'
import type { WriteStream } from 'node:tty'

export interface ProgressBar {
  /** `label` says what is being counted. */
  show(progress: { readonly label: string; readonly done: number; readonly total: number }): void
  /** Removes the bar. */
  end(): void
}

const width = 30

/** A bar on a terminal; nothing at all elsewhere, so that logs and pipes stay clean. */
export function progressBar(
  stream: Pick<WriteStream, 'isTTY' | 'write'> & NodeJS.WritableStream,
): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined }
  const clear = () => {
    clearLine(stream, 0)
    cursorTo(stream, 0)
  }
  return {
    show(progress) {
      clear()
      stream.write(barOf(progress))
    },
    end: clear,
  }
}

/** `objects  ████░░░░  50 %  500 of 1,000` */
export function barOf({ label, done, total }: Parameters<ProgressBar['show']>[0]): string {
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const filled = Math.round(share * width)
  const bar = '█'.repeat(filled) + '░'.repeat(width - filled)
  const percent = String(Math.floor(share * 100)).padStart(3)
  return `${label}  ${bar} ${percent} %  ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
}
