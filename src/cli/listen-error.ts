import type { Config } from '../config.ts'
import { UserError } from '../lib/user-error.ts'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be opened by this user',
  EADDRINUSE: 'is in use',
  EADDRNOTAVAIL: 'cannot be opened: the address is not one of this machine',
  ENOTFOUND: 'cannot be opened: the host name is not known',
}

/** An address that cannot be listened on is for the user to mend; everything else stays what it is. */
export function explainListenError(
  error: unknown,
  config: Pick<Config, 'host' | 'port' | 'consolePort'>,
): unknown {
  if (!isListenError(error)) return error
  const reason = reasons[error.code]
  if (reason === undefined) return error
  const port = error.port ?? config.port
  const [flag, variable] =
    port === config.consolePort ? ['--console-port', 'SEAU_CONSOLE_PORT'] : ['--port', 'SEAU_PORT']
  const remedy = `Choose another with ${flag} or ${variable}, or another host with --host or SEAU_HOST.`
  return new UserError(`Port ${String(port)} on ${config.host} ${reason}. ${remedy}`, { cause: error })
}

const isListenError = (error: unknown): error is Error & { code: string; port?: number } =>
  error instanceof Error &&
  'code' in error &&
  'syscall' in error &&
  /^(listen|getaddrinfo)$/.test(String(error.syscall))
