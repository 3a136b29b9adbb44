import { Command, Option } from 'commander'
import { readGivenFile } from '../lib/given-file.ts'
import { adminCommand } from './admin-command.ts'
import { rateOptions, ratesChange, type RateOptions } from './bounds.ts'
import { parseExpiry, parseSpan } from './expiry.ts'
import { rotateMasterCommand } from './rotate-master.ts'
import { table } from './table.ts'
import type { OutputOf } from '../admin/contract.ts'

type Key = OutputOf<'setKeyStatus'>
type ShownKey = Key & { readonly lastUse?: OutputOf<'listKeys'>['keys'][number]['lastUse'] }
type NewKey = OutputOf<'createKey'>

/** `seau key create|list|rotate|disable|enable|delete|rotate-master`. */
export const keyCommand = (): Command =>
  new Command('key')
    .description('Manage access keys.')
    .addCommand(create())
    .addCommand(list())
    .addCommand(rotate())
    .addCommand(setStatus('disable', 'disabled'))
    .addCommand(setStatus('enable', 'active'))
    .addCommand(remove())
    .addCommand(rotateMasterCommand())

interface CreateOptions extends RateOptions {
  readonly project: string
  readonly name?: string
  readonly accessKey?: string
  readonly secretKey?: string
  readonly expires?: string
  readonly readOnly?: boolean
  readonly bucket?: string
  readonly prefix?: string
  readonly policy?: string
}

const projectOption = () =>
  new Option('--project <name>', 'project that the key belongs to').makeOptionMandatory()

const create = () =>
  adminCommand<CreateOptions>({
    usage: 'create',
    description: 'Make an access key, or import one; its secret is shown once.',
    options: (command) => {
      command
        .addOption(projectOption())
        .option('--name <name>', 'what the key is for')
        .option('--access-key <id>', 'id of a key to import')
        .option('--secret-key <secret>', 'secret of a key to import')
        .option('--expires <when>', 'a time such as 2030-01-31T12:00Z, or after 12h, 30d')
        .option('--read-only', 'lets it read and list only')
        .option('--bucket <name>', 'confines it to a bucket')
        .option('--prefix <prefix>', 'with --bucket: confines it to keys that begin so')
        .option('--policy <file>', 'JSON of a policy that must allow what is done with it')
      for (const option of rateOptions()) command.addOption(option)
      return command
    },
    run: async (admin, options) => admin.createKey(await newKeyOf(options)),
    show: showSecret,
  })

async function newKeyOf({ project, name, accessKey, secretKey, expires, policy, ...rest }: CreateOptions) {
  const { readOnly, bucket, prefix, ...rates } = rest
  const isScoped = readOnly !== undefined || bucket !== undefined || prefix !== undefined
  return {
    project,
    name,
    id: accessKey,
    secret: secretKey,
    expiresAt: expires === undefined ? undefined : parseExpiry(expires, Date.now()),
    scope: isScoped ? { isReadOnly: readOnly, bucket, prefix } : undefined,
    policy: policy === undefined ? undefined : await readGivenFile(policy),
    rates: ratesChange(rates),
  }
}

const rotate = () =>
  adminCommand<{ readonly overlap: string }>({
    usage: 'rotate <id>',
    description: 'Make a key that may do what another one may, which then expires.',
    options: (command) =>
      command.option('--overlap <span>', 'for how long both work, such as 12h, 7d, or 0m', '1d'),
    run: (admin, { overlap }, id) => admin.rotateKey({ id, overlapSeconds: parseSpan(overlap) / 1000 }),
    show: showSecret,
  })

function showSecret({ id, secret, project }: NewKey): string {
  return [
    `Access key:  ${id}`,
    `Secret key:  ${secret}`,
    `Project:     ${project}`,
    'The secret is not shown again.',
  ].join('\n')
}

const list = () =>
  adminCommand<{ readonly project: string }>({
    usage: 'list',
    description: 'List the access keys of a project, without their secrets.',
    options: (command) => command.addOption(projectOption()),
    run: async (admin, { project }) => (await admin.listKeys({ project })).keys,
    show: keyTable,
  })

const setStatus = (verb: string, status: Key['status']) =>
  adminCommand({
    usage: `${verb} <id>`,
    description:
      status === 'active'
        ? 'Let a disabled key sign again.'
        : 'Refuse what a key signs, until it is enabled.',
    run: (admin, _options, id) => admin.setKeyStatus({ id, status }),
    show: (key: Key) => keyTable([key]),
  })

const remove = () =>
  adminCommand({
    usage: 'delete <id>',
    description: 'Delete an access key.',
    run: async (admin, _options, id) => {
      await admin.deleteKey({ id })
      return { id }
    },
    show: ({ id }: { readonly id: string }) => `The access key ${id} is deleted.`,
  })

const keyTable = (keys: readonly ShownKey[]): string =>
  table(
    ['ACCESS KEY', 'PROJECT', 'NAME', 'STATUS', 'LIMITED', 'CREATED', 'EXPIRES', 'LAST USED'],
    keys.map(({ id, project, name, status, policy, createdAt, expiresAt, lastUse }) => [
      id,
      project,
      name,
      status,
      policy === null ? '' : 'by a policy',
      createdAt,
      expiresAt ?? '',
      lastUse ? `${lastUse.at} ${lastUse.operation}` : '',
    ]),
  )
