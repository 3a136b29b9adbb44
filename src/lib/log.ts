import { pino, type DestinationStream, type Logger, type LevelWithSilent } from 'pino'

/** Structured log: `log.info({ bucket }, 'message')`. */
export type Log = Logger

interface LogOptions {
  readonly level: LevelWithSilent
  /** Where the lines go; stdout unless told otherwise. */
  readonly destination?: DestinationStream
}

const secrets = [
  'authorization',
  'cookie',
  'password',
  'rootSecretKey',
  'secret',
  'secretAccessKey',
  'secretKey',
  'sessionToken',
  '["x-amz-security-token"]',
]

/** A log of JSON lines; fields that hold secrets are blanked out wherever they stand, two levels deep. */
export function createLog({ level, destination = standardOutput() }: LogOptions): Log {
  const paths = secrets.flatMap((name) => ['', '*', '*.*'].map((parent) => joined(parent, name)))
  return pino({ level, base: null, redact: paths, timestamp: pino.stdTimeFunctions.isoTime }, destination)
}

const joined = (parent: string, name: string): string =>
  parent === '' || name.startsWith('[') ? parent + name : `${parent}.${name}`

/** Collects lines and writes them off the main thread, at the latest after 100 ms; what is left is written at exit. */
function standardOutput(): DestinationStream {
  const stream = pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 100 })
  // A full disk behind stdout costs log lines, never the server.
  stream.on('error', () => undefined)
  return stream
}
