import { expect } from 'chai'
import { noteSpent } from '../../src/lib/spent-buffers.ts'

describe('spent buffers', () => {
  it('do not pile up while a large body passes', () => {
    const chunkBytes = 64 << 10
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    for (let passed = 0; passed < 128 << 20; passed += chunkBytes) {
      noteSpent(Buffer.allocUnsafeSlow(chunkBytes).length)
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
    }
    expect(most).to.be.below(16 << 20)
  })
})
