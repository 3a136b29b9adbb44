import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { createLog } from '../../src/lib/log.ts'

describe('createLog', () => {
  const linesOf = (write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] => {
    const lines: string[] = []
    write(createLog({ level: 'info', destination: { write: (line) => lines.push(line) } }))
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  }

  it('writes JSON lines of its level and above', () => {
    const lines = linesOf((log) => {
      log.debug('hidden')
      log.info({ bucket: 'b' }, 'seen')
    })
    expect(lines).to.have.length(1)
    expect(lines[0]).to.include({ bucket: 'b', msg: 'seen' })
  })

  it('blanks out secrets, two levels deep', () => {
    const [line] = linesOf((log) => {
      log.info({
        secretAccessKey: 'hidden',
        key: { id: 'shown', secret: 'hidden' },
        request: { headers: { authorization: 'hidden', 'x-amz-security-token': 'hidden' } },
      })
    })
    expect(JSON.stringify(line)).to.include('shown').and.not.include('hidden')
  })

  const script = (body: string) => [
    '--import=tsx',
    '--input-type=module',
    '-e',
    `import { createLog } from ${JSON.stringify(new URL('../../src/lib/log.ts', import.meta.url).href)}
     const log = createLog({ level: 'info' })
     ${body}`,
  ]

  it('writes what is left when the process exits', () => {
    const { stdout } = spawnSync(process.execPath, script("log.info('last words'); process.exit(0)"), {
      encoding: 'utf8',
      timeout: 8000,
    })
    expect(stdout).to.include('last words')
  })

  it('outlives a full disk behind stdout', function () {
    if (process.platform !== 'linux') this.skip()
    const full = openSync('/dev/full', 'w')
    const body =
      "log.info('lost'); setTimeout(() => { log.info('lost too'); setTimeout(() => process.exit(7), 300) }, 300)"
    const { status } = spawnSync(process.execPath, script(body), {
      stdio: ['ignore', full, 'pipe'],
      timeout: 8000,
    })
    expect(status).to.equal(7)
  })
})
