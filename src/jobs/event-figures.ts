import type { Backlog } from '../core/events/outbox.ts'
import type { Core } from '../core/create-core.ts'
import type { Metrics } from '../lib/metrics.ts'

type Figure = readonly [
  name: string,
  help: string,
  read: (backlogs: readonly Backlog[], now: number) => number,
]

const sum = (backlogs: readonly Backlog[], state: 'waiting' | 'dead') =>
  backlogs.reduce((total, backlog) => total + backlog[state], 0)

const lag = (backlogs: readonly Backlog[], now: number) =>
  Math.max(0, ...backlogs.map(({ oldest = now }) => now - oldest)) / 1000

const figures: readonly Figure[] = [
  ['waiting', 'that wait for their delivery.', (backlogs) => sum(backlogs, 'waiting')],
  ['failed', 'that were given up.', (backlogs) => sum(backlogs, 'dead')],
  ['lag_seconds', ': age of the oldest one that waits.', lag],
]

/** What waits in the outbox, for Prometheus: notifications and copies apart. */
export function measureEvents(
  { events, clock }: Pick<Core, 'events' | 'clock'>,
  { gauge }: Pick<Metrics, 'gauge'>,
) {
  for (const [group, noun] of [
    ['notify', 'Notifications'],
    ['replicate', 'Copies'],
  ] as const) {
    for (const [name, help, read] of figures) {
      gauge(`seau_${group}_${name}`, `${noun} ${help}`.replace(' :', ':'), async () => {
        const backlogs = await events.backlogs()
        return read(
          backlogs.filter(({ destination }) => destination.startsWith(group)),
          clock.now(),
        )
      })
    }
  }
}
