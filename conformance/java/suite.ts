// The AWS SDK for Java v2: the rules are Java, next to this file.
import { join } from 'node:path'
import { cache, run, versionOf } from '../process.ts'
import { installed, programSuite } from '../program.ts'

const [classes, libraries] = [join(cache, 'java/classes'), join(cache, 'java/lib')]

async function compile(): Promise<readonly [string, ...string[]]> {
  await versionOf('javac', ['-version'], 'a JDK, 17 or newer')
  await installed(libraries)
  const main = join(import.meta.dirname, 'Main.java')
  await run('javac', ['-d', classes, '-cp', `${libraries}/*`, '-sourcepath', import.meta.dirname, main])
  return ['java', '-Xmx256m', '-cp', `${classes}:${libraries}/*`, 'Main']
}

export const sdkJava = programSuite({
  name: 'sdk-java',
  client: 'AWS SDK for Java v2',
  covers:
    'default trailing checksums, streams, modelled errors, paginators, deletions, copies, conditions, presigning, the asynchronous client in parts, the transfer manager',
  command: compile,
})
