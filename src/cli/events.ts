import { Command } from 'commander'
import { adminCommand } from './admin-command.ts'
import { table } from './table.ts'
import type { Admin, OutputOf } from '../admin/contract.ts'

type Event = OutputOf<'listEvents'>['events'][number]

/** `seau events list|replay|drop`. */
export const eventsCommand = (): Command =>
  new Command('events')
    .description('Look at events that wait for their delivery or were given up.')
    .addCommand(list())
    .addCommand(replay())
    .addCommand(drop())

interface ListOptions {
  readonly dead?: boolean
  readonly to?: string
}

const list = () =>
  adminCommand<ListOptions>({
    usage: 'list',
    description: 'List events, oldest first.',
    options: (command) =>
      command
        .option('--dead', 'only those that were given up')
        .option('--to <destination>', 'only those for this one, such as notify:hook'),
    run: (admin, { dead, to }) => listAll(admin, { state: dead ? 'dead' : undefined, destination: to }),
    show: (events: readonly Event[]) =>
      table(
        ['ID', 'TO', 'EVENT', 'KEY', 'STATE', 'ATTEMPTS', 'DUE', 'PROBLEM'],
        events.map(({ id, destination, name, key, state, attempts, due, problem }) => [
          String(id),
          destination,
          name,
          key,
          state,
          String(attempts),
          due ?? '',
          problem ?? '',
        ]),
      ),
  })

async function listAll(
  admin: Admin,
  query: { readonly state: Event['state'] | undefined; readonly destination: string | undefined },
): Promise<readonly Event[]> {
  const all: Event[] = []
  let after: number | undefined
  do {
    const { events, next } = await admin.listEvents({ ...query, after })
    all.push(...events)
    after = next ?? undefined
  } while (after !== undefined)
  return all
}

interface Selection {
  readonly id?: readonly string[]
  readonly to?: string
}

const withSelection = (command: Command) =>
  command
    .option('--id <ids...>', 'the events with these ids')
    .option('--to <destination>', 'those for this one, such as notify:hook')

const selectionOf = ({ id, to }: Selection) => ({ ids: id?.map(Number), destination: to })

const replay = () =>
  adminCommand<Selection>({
    usage: 'replay',
    description: 'Deliver events that were given up after all.',
    options: withSelection,
    run: (admin, selection) => admin.replayEvents(selectionOf(selection)),
    show: ({ count }: { readonly count: number }) => `${String(count)} to be delivered again.`,
  })

const drop = () =>
  adminCommand<Selection>({
    usage: 'drop',
    description: 'Forget events; nobody hears of them.',
    options: withSelection,
    run: (admin, selection) => admin.dropEvents(selectionOf(selection)),
    show: ({ count }: { readonly count: number }) => `${String(count)} forgotten.`,
  })
