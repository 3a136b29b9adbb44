import { Command, Option } from 'commander'
import { adminCommand } from './admin-command.ts'
import { table } from './table.ts'
import type { OutputOf } from '../admin/contract.ts'

type Key = OutputOf<'createKmsKey'>

/** `seau kms create|list|rotate|disable|enable`. */
export const kmsCommand = (): Command =>
  new Command('kms')
    .description('Manage the keys that encrypt objects with SSE-KMS.')
    .addCommand(create())
    .addCommand(list())
    .addCommand(rotate())
    .addCommand(setStatus('disable', 'disabled'))
    .addCommand(setStatus('enable', 'enabled'))

const projectOption = () =>
  new Option('--project <name>', 'project that the key belongs to').makeOptionMandatory()

const create = () =>
  adminCommand<{ readonly project: string; readonly alias?: string }>({
    usage: 'create',
    description: 'Make a key.',
    options: (command) =>
      command.addOption(projectOption()).option('--alias <name>', 'a name for it, unique within the project'),
    run: (admin, { project, alias }) => admin.createKmsKey({ project, alias }),
    show: (key: Key) => keyTable([key]),
  })

const list = () =>
  adminCommand<{ readonly project: string }>({
    usage: 'list',
    description: 'List the keys of a project.',
    options: (command) => command.addOption(projectOption()),
    run: async (admin, { project }) => (await admin.listKmsKeys({ project })).keys,
    show: keyTable,
  })

const rotate = () =>
  adminCommand({
    usage: 'rotate <id>',
    description: 'Encrypt with new material from now on; what is there stays readable.',
    run: (admin, _options, id) => admin.rotateKmsKey({ id }),
    show: (key: Key) => keyTable([key]),
  })

const setStatus = (verb: string, status: Key['status']) =>
  adminCommand({
    usage: `${verb} <id>`,
    description:
      status === 'enabled'
        ? 'Let a disabled key work again.'
        : 'Refuse to encrypt and decrypt with a key, until it is enabled.',
    run: (admin, _options, id) => admin.setKmsKeyStatus({ id, status }),
    show: (key: Key) => keyTable([key]),
  })

function keyTable(keys: readonly Key[]): string {
  return table(
    ['ARN', 'ALIAS', 'STATUS', 'VERSIONS', 'CREATED'],
    keys.map(({ arn, alias, status, versions, createdAt }) => [
      arn,
      alias ?? '',
      status,
      String(versions),
      createdAt,
    ]),
  )
}
