import { accessSync, constants, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  type AnySetting,
  flagOf,
  type Setting,
  settingEntries,
  type SettingName,
  type settings,
  variableOf,
} from './config/settings.ts'
import { familyEntries, type Families, memberOf, readFamilies } from './config/setting-families.ts'
import { isWellKnownSecret } from './config/well-known-secrets.ts'

type ValueOf<Row> =
  Row extends Setting<infer Value, infer Default>
    ? Value | (undefined extends Default ? undefined : never)
    : never
type Values = { readonly [Name in SettingName]: ValueOf<(typeof settings)[Name]> }
type Joined = 'rootAccessKey' | 'rootSecretKey' | 'tlsCert' | 'tlsKey' | 'databaseUrl'

/** The settings of a server, checked, frozen, with absolute paths; sizes in bytes, times in seconds. */
export interface Config extends Omit<Values, Joined>, Families {
  readonly masterKeyFile: string
  /** The SQLite file that `databaseUrl` names. */
  readonly databaseFile: string
  /** Undefined: the first start makes one. */
  readonly rootKey: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined
  /** Paths of PEM files that can be read. Undefined: plain HTTP. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
}

interface ConfigInput {
  /** Of the process; only SEAU_* is looked at. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Values of the command line by setting name. */
  readonly flags?: Readonly<Record<string, unknown>>
  /** Must exist when given; without it `seau.json` is read if there is one. */
  readonly file?: string | undefined
  /** Relative paths start here. */
  readonly folder: string
}

/** Names every setting that is not as it should be, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(['The configuration is not valid:', ...problems].join('\n  '))
    this.problems = problems
  }
}

/** Reads file, environment and flags, each stronger than the one before; throws a ConfigError that names all that is wrong. */
export function loadConfig({ env, flags = {}, file, folder }: ConfigInput): Config {
  const sources: readonly Source[] = [
    fileSource(resolve(folder, file ?? 'seau.json'), { isRequired: file !== undefined }),
    environmentSource(env),
    { given: flags, nameOf: flagOf },
  ]
  const problems: string[] = sources.flatMap(unknownNames)
  const values = readValues(sources, problems)
  const families = readFamilies(sources, problems)
  refuse(problems)
  const config = {
    ...completeConfig(values, folder),
    ...families,
    storage: resolved(families.storage, folder),
  }
  refuse(contradictions(values, config))
  return Object.freeze(config)
}

interface Source {
  readonly given: Readonly<Record<string, unknown>>
  /** What the user called the setting here. */
  readonly nameOf: (name: SettingName) => string
}

function fileSource(path: string, { isRequired }: { isRequired: boolean }): Source {
  const nameOf = (name: SettingName) => name
  try {
    const given: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isRecord(given)) return { given, nameOf }
  } catch (error) {
    if (!isRequired && isMissing(error)) return { given: {}, nameOf }
    throw new ConfigError([`${path} cannot be read as JSON: ${String(error)}`])
  }
  throw new ConfigError([`${path} holds something else than a JSON object of settings.`])
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

function environmentSource(env: ConfigInput['env']): Source {
  const names = new Map<string, string>(settingEntries.map(([name]) => [variableOf(name), name]))
  const ours = Object.entries(env).filter(([variable]) => variable.startsWith('SEAU_'))
  const given: Record<string, unknown> = {}
  for (const [variable, value] of ours) {
    const name = names.get(variable)
    const member = name === undefined ? memberOf(variable) : undefined
    if (member) given[member.family] = { ...(given[member.family] ?? {}), [member.name]: value }
    else given[name ?? variable] = value
  }
  return { given, nameOf: variableOf }
}

const knownNames = new Set<string>([...settingEntries, ...familyEntries].map(([name]) => name))

function unknownNames({ given, nameOf }: Source): string[] {
  const known = settingEntries.map(([name]) => nameOf(name)).join(', ')
  return Object.entries(given)
    .filter(([name]) => !knownNames.has(name))
    .map(([name, value]) => `${name} is ${shown(name, value)}, but no setting; allowed: ${known}.`)
}

function readValues(sources: readonly Source[], problems: string[]): Values {
  const values = settingEntries.map(([name, setting]) => {
    let value = setting.default
    for (const { given, nameOf } of sources) {
      if (given[name] === undefined) continue
      const parsed = setting.kind.schema.safeParse(given[name])
      if (parsed.success) value = parsed.data
      else problems.push(refusal(nameOf(name), given[name], setting))
    }
    return [name, value] as const
  })
  // Each value comes from the schema, or is the default, of its own row.
  return Object.fromEntries(values) as unknown as Values
}

const refusal = (name: string, value: unknown, { kind }: AnySetting): string =>
  `${name} is ${shown(name, value)}; allowed: ${kind.allowed}.`

/** Decides by the name, so that the value of a mistyped SEAU_ROOTSECRET_KEY stays unseen too. */
const shown = (name: string, value: unknown): string =>
  /secret|password|token|master[-_]?key$/i.test(name) ? 'a value that is not shown' : JSON.stringify(value)

function completeConfig(values: Values, folder: string): Omit<Config, keyof Families> {
  const { rootAccessKey, rootSecretKey, tlsCert, tlsKey, databaseUrl, ...rest } = values
  const data = resolve(folder, values.data)
  return {
    ...rest,
    data,
    databaseFile: databaseUrl ? resolve(folder, pathOf(databaseUrl)) : join(data, 'seau.db'),
    masterKeyFile: values.masterKeyFile ? resolve(folder, values.masterKeyFile) : join(data, 'master.key'),
    rootKey: whenBoth(rootAccessKey, rootSecretKey, (accessKeyId, secretAccessKey) => ({
      accessKeyId,
      secretAccessKey,
    })),
    tls: whenBoth(tlsCert, tlsKey, (cert, key) => ({
      certFile: resolve(folder, cert),
      keyFile: resolve(folder, key),
    })),
  }
}

const resolved = (paths: Families['storage'], folder: string): Families['storage'] =>
  Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, resolve(folder, path)]))

const whenBoth = <Result>(
  first: string | undefined,
  second: string | undefined,
  join: (first: string, second: string) => Result,
): Result | undefined => (first !== undefined && second !== undefined ? join(first, second) : undefined)

/** `sqlite:///srv/seau.db`, `sqlite:/srv/seau.db` and `sqlite:seau.db` name files as they look. */
const pathOf = (databaseUrl: string): string => databaseUrl.replace(/^(?:sqlite|file):(?:\/\/(?=\/))?/, '')

function contradictions(
  values: Values,
  { host, rootKey, tls }: Pick<Config, 'host' | 'rootKey' | 'tls'>,
): string[] {
  const problems = [
    ...onlyTogether(values, 'rootAccessKey', 'rootSecretKey'),
    ...onlyTogether(values, 'tlsCert', 'tlsKey'),
    ...notTogether(values, ['masterKey', 'masterKeyCommand', 'masterKeyFile']),
    ...onlyTogether(values, 'oidcIssuer', 'oidcClientId'),
    ...(tls ? [...unreadable('tlsCert', tls.certFile), ...unreadable('tlsKey', tls.keyFile)] : []),
  ]
  const shared = values.websiteDomain.find((domain) => values.domain.includes(domain))
  if (shared !== undefined) {
    problems.push(`websiteDomain is ${JSON.stringify(shared)}, as domain is; allowed: different hosts.`)
  }
  if (rootKey && isWellKnownSecret(rootKey.secretAccessKey) && !isLoopback(host)) {
    problems.push(
      `rootSecretKey is a well-known one, and host is ${JSON.stringify(host)}; allowed: such a key on 127.0.0.1, or a secret one.`,
    )
  }
  return problems
}

function onlyTogether(values: Values, first: SettingName, second: SettingName): string[] {
  const [given, missing] = values[first] === undefined ? [second, first] : [first, second]
  if (values[given] === undefined || values[missing] !== undefined) return []
  return [`${given} is set without ${missing}; allowed: both or neither.`]
}

function notTogether(values: Values, names: readonly SettingName[]): string[] {
  const given = names.filter((name) => values[name] !== undefined)
  return given.length > 1 ? [`${given.join(' and ')} are set; allowed: one of them.`] : []
}

function unreadable(name: SettingName, path: string): string[] {
  try {
    accessSync(path, constants.R_OK)
    return []
  } catch {
    return [`${name} is ${JSON.stringify(path)}, which cannot be read; allowed: a PEM file.`]
  }
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.[\d.]+$/.test(host)

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new ConfigError(problems)
}
