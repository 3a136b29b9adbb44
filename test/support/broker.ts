import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

interface Broker {
  readonly port: number
  close(): Promise<void>
}

/** Whether a program is there to be started. */
export const isInstalled = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** Starts a program that listens on the port that it is told, and waits until it does. */
export async function startBroker(
  program: string,
  argumentsFor: (port: number) => readonly string[],
  wanted?: number,
): Promise<Broker> {
  const port = wanted ?? (await freePort())
  const child = spawn(program, argumentsFor(port), { stdio: 'ignore' })
  await listening(port, child)
  const close = async () => {
    child.kill()
    await once(child, 'exit')
  }
  return { port, close }
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect({ port, host: '127.0.0.1' })
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => {
        resolve(true)
      })
      socket.once('error', () => {
        resolve(false)
      })
    })
    socket.destroy()
    if (isOpen) return
    await sleep(20)
  }
  throw new Error('The broker has not started.')
}
