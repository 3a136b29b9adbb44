import { expect } from 'chai'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createLineWriter } from '../../src/lib/line-writer.ts'

describe('createLineWriter', () => {
  it('writes every line, in order, also those that come while it writes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seau-lines-'))
    const path = join(folder, 'log')
    const fd = openSync(path, 'w')
    const writer = createLineWriter(fd)
    const lines = Array.from({ length: 200 }, (_, index) => `line ${String(index)} é\n`)
    for (const [index, line] of lines.entries()) {
      writer.write(line)
      if (index % 40 === 39) await setTimeout(30)
    }
    await setTimeout(200)
    expect(readFileSync(path, 'utf8')).to.equal(lines.join(''))
    closeSync(fd)
    rmSync(folder, { recursive: true })
  })

  it('listens once for the end of the process, whatever the number of writers', () => {
    const before = process.listenerCount('exit')
    for (let n = 0; n < 20; n++) createLineWriter(1).write('')
    expect(process.listenerCount('exit')).to.equal(before)
  })
})
