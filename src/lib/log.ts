import { pino, type DestinationStream, type Logger, type LevelWithSilent } from 'pino'
import { createLineWriter } from './line-writer.ts'

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
export function createLog({ level, destination = createLineWriter(1) }: LogOptions): Log {
  const paths = secrets.flatMap((name) => ['', '*', '*.*'].map((parent) => joined(parent, name)))
  return pino({ level, base: null, redact: paths, timestamp: pino.stdTimeFunctions.isoTime }, destination)
}

const joined = (parent: string, name: string): string =>
  parent === '' || name.startsWith('[') ? parent + name : `${parent}.${name}`
