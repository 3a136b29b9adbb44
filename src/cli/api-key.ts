import { Command, Option } from 'commander'
import { adminCommand } from './admin-command.ts'
import { parseExpiry } from './expiry.ts'
import { table } from './table.ts'
import type { OutputOf } from '../admin/contract.ts'

type Key = OutputOf<'setApiKeyStatus'>
type NewKey = OutputOf<'createApiKey'>

/** `seau api-key create|list|regenerate|disable|enable|delete`. */
export const apiKeyCommand = (): Command =>
  new Command('api-key')
    .description('Manage the API keys of projects for REST.')
    .addCommand(create())
    .addCommand(list())
    .addCommand(regenerate())
    .addCommand(setStatus('disable', 'disabled'))
    .addCommand(setStatus('enable', 'active'))
    .addCommand(remove())

interface CreateOptions {
  readonly project: string
  readonly name?: string
  readonly expires?: string
  readonly readOnly?: boolean
  readonly bucket?: string
  readonly prefix?: string
}

const projectOption = () =>
  new Option('--project <name>', 'project that the key belongs to').makeOptionMandatory()

const create = () =>
  adminCommand<CreateOptions>({
    usage: 'create',
    description: 'Make an API key; it is shown once.',
    options: (command) =>
      command
        .addOption(projectOption())
        .option('--name <name>', 'what the key is for')
        .option('--expires <when>', 'a time such as 2030-01-31T12:00Z, or after 12h, 30d')
        .option('--read-only', 'let it only read')
        .option('--bucket <name>', 'confine it to a bucket')
        .option('--prefix <prefix>', 'confine it to keys in the bucket that begin so'),
    run: (admin, { project, name, expires, readOnly: isReadOnly, bucket, prefix }) =>
      admin.createApiKey({
        project,
        name,
        expiresAt: expires === undefined ? undefined : parseExpiry(expires, Date.now()),
        scope: { isReadOnly, bucket, prefix },
      }),
    show: newKeyText,
  })

const list = () =>
  adminCommand<{ readonly project: string }>({
    usage: 'list',
    description: 'List the API keys of a project.',
    options: (command) => command.addOption(projectOption()),
    run: async (admin, { project }) => (await admin.listApiKeys({ project })).keys,
    show: keyTable,
  })

const regenerate = () =>
  adminCommand({
    usage: 'regenerate <id>',
    description: 'Replace an API key; the old one ends, and every link signed with it.',
    run: (admin, _options, id) => admin.regenerateApiKey({ id }),
    show: newKeyText,
  })

const setStatus = (verb: string, status: Key['status']) =>
  adminCommand({
    usage: `${verb} <id>`,
    description:
      status === 'active' ? 'Accept a disabled API key again.' : 'Refuse an API key, until it is enabled.',
    run: (admin, _options, id) => admin.setApiKeyStatus({ id, status }),
    show: (key: Key) => keyTable([key]),
  })

const remove = () =>
  adminCommand({
    usage: 'delete <id>',
    description: 'Delete an API key.',
    run: async (admin, _options, id) => {
      await admin.deleteApiKey({ id })
      return { id }
    },
    show: ({ id }: { readonly id: string }) => `The API key ${id} is deleted.`,
  })

function newKeyText({ id, token, project }: NewKey): string {
  return [
    `API key:  ${token}`,
    `Id:       ${id}`,
    `Project:  ${project}`,
    'The key is not shown again; its id is what other commands take.',
  ].join('\n')
}

function keyTable(keys: readonly Key[]): string {
  return table(
    ['ID', 'PROJECT', 'NAME', 'STATUS', 'CREATED', 'EXPIRES', 'LAST USED'],
    keys.map(({ id, project, name, status, createdAt, expiresAt, lastUsedAt }) => [
      id,
      project,
      name,
      status,
      createdAt,
      expiresAt ?? '',
      lastUsedAt ?? '',
    ]),
  )
}
