import { expect } from 'chai'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { explainListenError } from '../../src/cli/listen-error.ts'
import { UserError } from '../../src/lib/user-error.ts'

describe('explainListenError', () => {
  it('names a port in use and the settings that choose another', async () => {
    const first = createServer().listen(0, '127.0.0.1')
    await once(first, 'listening')
    const address = first.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const second = createServer().listen(port, '127.0.0.1')
    const [error] = (await once(second, 'error').catch((thrown: unknown) => [thrown])) as [unknown]
    first.close()

    const asMain = explainListenError(error, { host: '127.0.0.1', port, consolePort: 1 })
    expect(asMain).to.be.instanceOf(UserError)
    expect(String(asMain)).to.match(
      new RegExp(`Port ${String(port)} on 127.0.0.1 is in use.*--port or SEAU_PORT`),
    )
    expect(String(asMain)).not.to.include('\n')

    const asConsole = explainListenError(error, { host: '127.0.0.1', port: 1, consolePort: port })
    expect(String(asConsole)).to.include('--console-port or SEAU_CONSOLE_PORT')
  })

  it('leaves other errors as they are', () => {
    const error = new TypeError('a fault')
    expect(explainListenError(error, { host: 'x', port: 1, consolePort: 2 })).to.equal(error)
  })
})
