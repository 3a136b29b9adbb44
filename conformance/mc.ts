// MinIO's mc: the commands that speak S3 (mc admin speaks MinIO's own protocol).
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { commandSuite } from './command.ts'
import { difficultNames, freshName, readText, sampleBytes, writeFiles } from './workspace.ts'
import type { CommandContext } from './command.ts'
import type { Target } from './suite.ts'

type Context = CommandContext<'mc'>

interface Listed {
  readonly key: string
}

/** mc prints a line of JSON for each thing. */
const json = (output: string) =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)

async function keysAt({ mc, at }: Context, path: string, ...options: readonly string[]): Promise<string[]> {
  return (json(await mc('ls', '--json', ...options, at(path))) as Listed[]).map(({ key }) => key)
}

function withCredentials({ endpoint, accessKey, secretKey }: Target): string {
  const url = new URL(endpoint)
  url.username = accessKey
  url.password = secretKey
  return url.href
}

export const mc = commandSuite({
  name: 'mc',
  program: 'mc',
  client: 'MinIO mc',
  covers:
    'cp, pipe, cat, head, mirror, diff, mv, rm, ls, tree, du, find, stat, tag, share, anonymous, cors, version, ilm, encrypt, retention, mb, rb',
  versionArgument: '--version',
  prepare: ({ target, folder }) => ({ HOME: folder, MC_HOST_seau: withCredentials(target) }),
  root: (bucket) => `seau/${bucket}/`,
  rules: {
    'mc mirror copies difficult names both ways, and mc diff finds no difference': async ({
      mc,
      at,
      folder,
    }) => {
      await writeFiles(join(folder, 'names'), Object.fromEntries(difficultNames.map((name) => [name, name])))
      await mc('mirror', 'names', at('names'))
      expect(await mc('diff', 'names', at('names'))).to.equal('')
      await mc('mirror', at('names'), 'names-back')
      for (const name of difficultNames)
        expect(await readText(join(folder, 'names-back', name))).to.equal(name)
    },
    'mc mirror --remove deletes what is gone': async (context) => {
      const { mc, at, folder } = context
      await writeFiles(join(folder, 'mirror'), { a: 'a', 'b/c': 'c' })
      await mc('mirror', 'mirror', at('mirror'))
      await writeFiles(join(folder, 'mirror-fewer'), { a: 'a' })
      await mc('mirror', '--remove', 'mirror-fewer', at('mirror'))
      expect(await keysAt(context, 'mirror/', '--recursive')).to.deep.equal(['a'])
    },
    'mc cp sends a large file in parts and gets it back': async ({ mc, at, folder }) => {
      const bytes = sampleBytes(70 * 1024 * 1024, 9)
      await writeFiles(folder, { large: bytes })
      await mc('cp', 'large', at('large'))
      await mc('cp', at('large'), 'large-back')
      expect(bytes.equals(await readFile(join(folder, 'large-back')))).to.equal(true)
    },
    'mc pipe, cat and head stream': async ({ mc, pipe, at }) => {
      await pipe('one\ntwo\n', 'pipe', at('stream é'))
      expect(await mc('cat', at('stream é'))).to.equal('one\ntwo\n')
      expect(await mc('head', '-n', '1', at('stream é'))).to.equal('one\n')
    },
    'mc cp and mv work within the server': async (context) => {
      const { mc, pipe, at } = context
      await pipe('inside', 'pipe', at('inside/a'))
      await mc('cp', at('inside/a'), at('inside/b'))
      await mc('mv', at('inside/b'), at('inside/c'))
      expect(await keysAt(context, 'inside/')).to.deep.equal(['a', 'c'])
      expect(await mc('cat', at('inside/c'))).to.equal('inside')
    },
    'mc find, tree and du tell what is there': async ({ mc, pipe, at }) => {
      for (const key of ['tree/a.txt', 'tree/b/c.txt', 'tree/b/d.csv']) await pipe('12345', 'pipe', at(key))
      expect((await mc('find', at('tree'), '--name', '*.txt')).trim().split('\n')).to.have.length(2)
      expect(await mc('tree', '--files', at('tree'))).to.match(/d\.csv/)
      expect(json(await mc('du', '--json', at('tree')))[0]).to.include({ size: 15, objects: 3 })
    },
    'mc stat tells type and metadata that mc cp --attr gave': async ({ mc, at, folder }) => {
      await writeFiles(folder, { stat: 'x' })
      await mc('cp', '--attr', 'Content-Type=text/css;colour=blue', 'stat', at('stat'))
      const [{ metadata = {} } = {}] = json(await mc('stat', '--json', at('stat'))) as { metadata?: object }[]
      expect(metadata).to.include({ 'Content-Type': 'text/css', 'X-Amz-Meta-Colour': 'blue' })
    },
    'mc tag sets, lists and removes the tags of objects and buckets': async ({ mc, pipe, at, bucket }) => {
      await pipe('x', 'pipe', at('tagged'))
      for (const path of [at('tagged'), `seau/${bucket}`]) {
        await mc('tag', 'set', path, 'colour=blue&size=1')
        expect(json(await mc('tag', 'list', '--json', path))[0]).to.deep.include({
          tagset: { colour: 'blue', size: '1' },
        })
        await mc('tag', 'remove', path)
      }
    },
    'mc share makes links to download and forms to upload': async ({ mc, pipe, at }) => {
      await pipe('by link', 'pipe', at('link é'))
      const [{ share = '' } = {}] = json(await mc('share', 'download', '--json', at('link é'))) as {
        share?: string
      }[]
      expect(await (await fetch(share)).text()).to.equal('by link')
      expect(await mc('share', 'upload', at('uploaded'))).to.match(/x-amz-signature=/)
    },
    'mc anonymous opens a prefix to everyone and closes it': async ({ mc, pipe, at, target, bucket }) => {
      await pipe('open', 'pipe', at('open/a'))
      const status = async () => (await fetch(`${target.endpoint}/${bucket}/open/a`)).status
      expect(await status()).to.equal(403)
      await mc('anonymous', 'set', 'download', at('open'))
      expect(await status()).to.equal(200)
      expect(await mc('anonymous', 'list', at(''))).to.match(/readonly|download/)
      await mc('anonymous', 'set', 'none', at('open'))
      expect(await status()).to.equal(403)
    },
    'mc cors sets, gets and removes rules': async ({ mc, at, folder }) => {
      const rule = '<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule>'
      await writeFiles(folder, { 'cors.xml': `<CORSConfiguration>${rule}</CORSConfiguration>` })
      await mc('cors', 'set', at(''), 'cors.xml')
      expect(await mc('cors', 'get', at(''))).to.match(/<AllowedMethod>GET/)
      await mc('cors', 'remove', at(''))
    },
    'mc version keeps, lists and undoes versions': async (context) => {
      const name = freshName('mc-versions')
      await context.mc('mb', `seau/${name}`)
      await context.mc('version', 'enable', `seau/${name}`)
      await context.pipe('one', 'pipe', `seau/${name}/a`)
      await context.pipe('two', 'pipe', `seau/${name}/a`)
      await context.mc('undo', '--force', `seau/${name}/a`)
      expect(await context.mc('cat', `seau/${name}/a`)).to.equal('one')
      await context.mc('rm', `seau/${name}/a`)
      expect(json(await context.mc('ls', '--versions', '--json', `seau/${name}`))).to.have.length(2)
      await context.mc('rb', '--force', `seau/${name}`)
    },
    'mc retention and legalhold keep an object': async ({ mc, pipe }) => {
      const name = freshName('mc-locked')
      await mc('mb', '--with-lock', `seau/${name}`)
      await pipe('kept', 'pipe', `seau/${name}/a`)
      await mc('legalhold', 'set', `seau/${name}/a`)
      expect(await mc('legalhold', 'info', `seau/${name}/a`)).to.match(/ON/)
      await mc('legalhold', 'clear', `seau/${name}/a`)
      await mc('retention', 'set', '--default', 'governance', '1d', `seau/${name}`)
      expect(await mc('retention', 'info', '--default', `seau/${name}`)).to.match(/GOVERNANCE/i)
      await mc('retention', 'clear', '--default', `seau/${name}`)
      await mc('rb', '--force', `seau/${name}`)
    },
    'mc ilm and mc encrypt set, show and remove rules of a bucket': async ({ mc, at }) => {
      await mc('ilm', 'rule', 'add', '--prefix', 'tmp/', '--expire-days', '7', at(''))
      expect(await mc('ilm', 'rule', 'ls', '--json', at(''))).to.match(/tmp\//)
      await mc('ilm', 'rule', 'rm', '--all', '--force', at(''))
      await mc('encrypt', 'set', 'sse-s3', at(''))
      expect(await mc('encrypt', 'info', at(''))).to.match(/sse-s3/i)
      await mc('encrypt', 'clear', at(''))
    },
    'mc rm deletes below a prefix and nothing else': async (context) => {
      const { mc, pipe, at } = context
      for (const key of ['rm/a', 'rm/b/c', 'rm/d']) await pipe('x', 'pipe', at(key))
      await mc('rm', '--recursive', '--force', at('rm/b/'))
      expect(await keysAt(context, 'rm/', '--recursive')).to.deep.equal(['a', 'd'])
    },
  },
})
