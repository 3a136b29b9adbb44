import type { EventEmitter } from 'node:events'

interface StopOptions {
  /** Ends the process at once. */
  readonly exit: (code: number) => void
  readonly now: () => number
  /** Emits SIGINT and SIGTERM. */
  readonly signals: Pick<EventEmitter, 'on'>
}

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const
type Signal = keyof typeof exitCodes

// A Ctrl-C reaches the server twice when npm started it: from the terminal, and passed on by npm.
const sameSignalMs = 500

/** Waits for SIGINT or SIGTERM, then for `close`. A second signal, half a second later or more, exits at once. */
export async function stopOnSignal(
  close: () => Promise<void>,
  { exit, now, signals }: StopOptions,
): Promise<void> {
  await new Promise<void>((resolve) => {
    let first: number | undefined
    const onSignal = (signal: Signal) => {
      if (first === undefined) {
        first = now()
        resolve()
      } else if (now() - first >= sameSignalMs) {
        exit(exitCodes[signal])
      }
    }
    for (const name of Object.keys(exitCodes)) signals.on(name, onSignal)
  })
  await close()
}
