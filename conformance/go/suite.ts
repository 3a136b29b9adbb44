// The AWS SDK for Go v2: the rules are Go, next to this file.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { cache, run, versionOf } from '../process.ts'
import { programSuite } from '../program.ts'

async function build(): Promise<readonly [string]> {
  await versionOf('go', ['version'], 'Go 1.24 or newer')
  const program = join(cache, 'bin/sdk-go')
  await run('go', ['build', '-C', import.meta.dirname, '-o', program, '.'], { env: { HOME: homedir() } })
  return [program]
}

export const sdkGo = programSuite({
  name: 'sdk-go',
  client: 'AWS SDK for Go v2',
  covers:
    'default checksums, streams, modelled errors, paginators, deletions, copies, conditions, presigning, the transfer manager, attributes, ' +
    'and an application’s photos: credentials for a prefix by STS, albums, links of seven days',
  command: build,
})
