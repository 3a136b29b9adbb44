// The AWS SDK for Go v2: the rules are Go, next to this file.
import { join } from 'node:path'
import { cache } from '../process.ts'
import { installed, programSuite } from '../program.ts'

export const sdkGo = programSuite({
  name: 'sdk-go',
  client: 'AWS SDK for Go v2',
  covers:
    'default checksums, streams, modelled errors, paginators, deletions, copies, conditions, presigning, the transfer manager, attributes',
  command: () => installed([join(cache, 'bin/sdk-go')]),
})
