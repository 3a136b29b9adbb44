import { Command, Option } from 'commander'
import { adminCommand } from './admin-command.ts'
import { parseExpiry } from './expiry.ts'
import { table } from './table.ts'
import type { OutputOf } from '../admin/contract.ts'

type Key = OutputOf<'setKeyStatus'>
type NewKey = OutputOf<'createKey'>

/** `seau key create|list|disable|enable|delete`. */
export const keyCommand = (): Command =>
  new Command('key')
    .description('Manage access keys.')
    .addCommand(create())
    .addCommand(list())
    .addCommand(setStatus('disable', 'disabled'))
    .addCommand(setStatus('enable', 'active'))
    .addCommand(remove())

interface CreateOptions {
  readonly project: string
  readonly name?: string
  readonly accessKey?: string
  readonly secretKey?: string
  readonly expires?: string
}

const projectOption = () =>
  new Option('--project <name>', 'project that the key belongs to').makeOptionMandatory()

const create = () =>
  adminCommand<CreateOptions>({
    usage: 'create',
    description: 'Make an access key, or import one; its secret is shown once.',
    options: (command) =>
      command
        .addOption(projectOption())
        .option('--name <name>', 'what the key is for')
        .option('--access-key <id>', 'id of a key to import')
        .option('--secret-key <secret>', 'secret of a key to import')
        .option('--expires <when>', 'a time such as 2030-01-31T12:00Z, or after 12h, 30d'),
    run: (admin, { project, name, accessKey, secretKey, expires }) =>
      admin.createKey({
        project,
        name,
        id: accessKey,
        secret: secretKey,
        expiresAt: expires === undefined ? undefined : parseExpiry(expires, Date.now()),
      }),
    show: ({ id, secret, project }: NewKey) =>
      [
        `Access key:  ${id}`,
        `Secret key:  ${secret}`,
        `Project:     ${project}`,
        'The secret is not shown again.',
      ].join('\n'),
  })

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

function keyTable(keys: readonly Key[]): string {
  return table(
    ['ACCESS KEY', 'PROJECT', 'NAME', 'STATUS', 'CREATED', 'EXPIRES'],
    keys.map(({ id, project, name, status, createdAt, expiresAt }) => [
      id,
      project,
      name,
      status,
      createdAt,
      expiresAt ?? '',
    ]),
  )
}
