import { Command } from 'commander'
import { isWorker } from '../cluster/worker.ts'
import { start } from '../compose.ts'
import { serveAsWorker } from '../compose/workers.ts'
import { allowHeapGrowth } from '../lib/heap-growth.ts'
import { explainListenError } from './listen-error.ts'
import { configOf, withSettings } from './settings-options.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { endpoints, welcome } from './welcome.ts'

/** `seau serve`: runs until a signal, finishes what is in flight, exits with 0. */
export const serveCommand = (): Command =>
  withSettings(new Command('serve').description('Serve the object store.')).action(
    async (_options: unknown, command: Command) => {
      const config = configOf(command)
      if (isWorker) return serveAsWorker(config)
      const service = await start(config).catch((error: unknown) => {
        throw explainListenError(error, config)
      })
      allowHeapGrowth()
      process.stdout.write(
        `${service.newRootKey ? welcome(config, service, service.newRootKey) : endpoints(service)}\n`,
      )
      await stopOnSignal(() => service.close(), {
        exit: (code) => process.exit(code),
        now: () => performance.now(),
        signals: process,
      })
      // Not left to an empty event loop: nothing that lingers may keep a stopped server alive.
      process.exit(0)
    },
  )
