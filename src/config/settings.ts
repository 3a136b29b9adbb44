import { z } from 'zod'
import { byteSize, type Kind, listOf, onOff, oneOf, path, text, wholeNumber } from './kinds.ts'

const kibibyte = 2 ** 10
const tebibyte = 2 ** 40

/** One setting; its variable and its flag follow from its name: `consolePort`, SEAU_CONSOLE_PORT, --console-port. */
export interface Setting<Value, Default extends Value | undefined> {
  readonly kind: Kind<Value>
  readonly default: Default
  readonly description: string
  /** Shown in place of a default that depends on other settings. */
  readonly shownDefault?: string
}

const setting = <Value, Default extends Value | undefined>(
  kind: Kind<Value>,
  fallback: Default,
  description: string,
  hints: { readonly shownDefault?: string } = {},
): Setting<Value, Default> => ({ kind, default: fallback, description, ...hints })

const host = text('a host name or an IP address', /^[A-Za-z0-9.:_-]+$/)
const port = wholeNumber(0, 65_535)
const region = text('1 to 64 letters, digits, hyphens or underscores', /^[\w-]{1,64}$/)
const accessKey = text('3 to 128 letters, digits or any of . _ - + @', /^[\w.+@-]{3,128}$/)
const secretKey = text('3 to 128 printable ASCII characters without spaces', /^[\x21-\x7e]{3,128}$/)
const masterKey = text('32 bytes in hexadecimal or base64', /^(?:[0-9A-Fa-f]{64}|[\w+/-]{43}=?)$/)
const command = text('a command of the shell', /\S/)
const sqliteUrl = text('sqlite:PATH or file:PATH', /^(?:sqlite|file):.+$/)
const domains = listOf('a host name', z.string().regex(/^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)*$/))
const urls = listOf('an http or https URL without query', z.string().refine(isPlainUrl))
const plainUrl = text(
  'an http or https URL without query or slash at the end',
  /^https?:\/\/[^/?#@\s]+(?:\/[^/?#\s]+)*$/,
)
const networks = listOf(
  'an IP address or a network such as 10.0.0.0/8',
  z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]),
)
const word = text('1 to 512 printable ASCII characters without spaces', /^[\x21-\x7e]{1,512}$/)
const words = listOf('printable ASCII characters without spaces', z.string().regex(/^[\x21-\x7e]+$/))
const oidcRoles = listOf(
  'VALUE=operator, VALUE=viewer, VALUE=viewer:PROJECT+PROJECT or VALUE=project-admin:PROJECT+PROJECT',
  z.string().regex(/^.+=(?:operator|viewer|(?:project-admin|viewer):[a-z0-9-]+(?:\+[a-z0-9-]+)*)$/),
)
const encryption = oneOf(['none', 'AES256'])
const logLevel = oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])

function isPlainUrl(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, search, hash, username } = new URL(value)
  return /^https?:$/.test(protocol) && search + hash + username === ''
}

/** Every setting of the server; the parser, `--help` and the README's table are read from here. */
// prettier-ignore
export const settings = {
  host:                setting(host,        '127.0.0.1',   'Address to listen on.'),
  port:                setting(port,        9000,          'Port of the S3 protocol; 0 takes any free one.'),
  consolePort:         setting(port,        9001,          'Port of console, admin API, REST, health and metrics; 0 takes any free one.'),
  data:                setting(path,        './data',      'Folder of database, objects and master key.'),
  region:              setting(region,      'us-east-1',   'Region that the server is in.'),
  strictRegion:        setting(onOff,       false,         'Refuse signatures made for another region.'),
  rootAccessKey:       setting(accessKey,   undefined,     'Root access key; made on first start when absent.'),
  rootSecretKey:       setting(secretKey,   undefined,     'Root secret key; given together with the access key.'),
  domain:              setting(domains,     ['localhost'], 'Hosts below which BUCKET.HOST addresses a bucket.'),
  publicUrl:           setting(urls,        [],            'URLs under which a reverse proxy offers the S3 protocol, prefix included.'),
  consoleUrl:          setting(plainUrl,    undefined,     'URL under which browsers reach the console.', { shownDefault: 'the host of the S3 protocol with the console port' }),
  filesUrl:            setting(plainUrl,    undefined,     'URL under which clients reach REST and files; links begin with it, and nothing else is served on its host.', { shownDefault: 'the one that a request came to' }),
  websiteDomain:       setting(domains,     [],            'Hosts below which BUCKET.HOST is the website of a bucket.'),
  websitePort:         setting(port,        undefined,     'Port of websites only, where HOST may also be the name of a bucket; 0 takes any free one.'),
  trustedProxies:      setting(networks,    [],            'Proxies whose forwarded headers are believed.'),
  tlsCert:             setting(path,        undefined,     'Certificate chain (PEM); makes the server speak HTTPS.'),
  tlsKey:              setting(path,        undefined,     'Private key of the certificate (PEM).'),
  workers:             setting(wholeNumber(1, 256), 1,     'Processes that serve requests.'),
  databaseUrl:         setting(sqliteUrl,   undefined,     'Where the metadata lies.', { shownDefault: 'sqlite:DATA/seau.db' }),
  masterKey:           setting(masterKey,   undefined,     'The key that seals secrets, in place of its file; better in the environment than in a flag, which others see.'),
  masterKeyCommand:    setting(command,     undefined,     'Prints the key that seals secrets, in place of its file.'),
  masterKeyFile:       setting(path,        undefined,     'File of the key that seals secrets.', { shownDefault: 'DATA/master.key' }),
  inlineBytes:         setting(byteSize(0, 1024 * kibibyte), 16 * kibibyte, 'Objects up to this size are kept in the database; 0 turns it off.'),
  maxObjectBytes:      setting(byteSize(1, 5 * tebibyte),    5 * tebibyte,  'Largest object.'),
  reserveBytes:        setting(byteSize(0, tebibyte),        64 * 2 ** 20,  'Disk space that new objects leave free for deletes and the log; at most 5 % of the disk.'),
  derivedBytes:        setting(byteSize(0, tebibyte),        2 ** 30,       'What compressed forms and images made of objects may take on the disk; those least used go first.'),
  imageConcurrency:    setting(wholeNumber(1, 64),           2,             'Images that are made at a time.'),
  imagePixels:         setting(wholeNumber(1, 1_000_000_000), 50_000_000,   'Largest image that others are made of, in pixels of all its frames.'),
  imageSeconds:        setting(wholeNumber(1, 600),          10,            'How long an image may take to be made.'),
  encrypt:             setting(encryption,  'none',        'Encryption of new objects where neither request nor bucket says it.'),
  sseCOverHttp:        setting(onOff,       false,         'Accept encryption keys of clients over plain HTTP from other machines.'),
  sigV2Presigned:      setting(onOff,       true,          'Accept presigned URLs of signature version 2.'),
  sigV2Header:         setting(onOff,       false,         'Accept requests of old clients, signed in the header with signature version 2.'),
  trashSeconds:        setting(wholeNumber(0, 31_536_000), 300, 'How long the bytes of a deleted object stay on a disk that is not full.'),
  lifecycleDaySeconds: setting(wholeNumber(1, 86_400), 86_400, 'How long a day lasts for rules of lifecycle and inventory; shorter ones are for tests.'),
  stallTimeoutSeconds: setting(wholeNumber(1, 86_400), 60, 'How long a connection may stand still within a request.'),
  identityProviderSeconds: setting(wholeNumber(1, 60), 5, 'How long an OpenID Connect provider may take to show its keys.'),
  loggingSeconds:      setting(wholeNumber(1, 86_400), 300, 'How often access logs of buckets are written into their target buckets.'),
  sessionSeconds:      setting(wholeNumber(60, 31_536_000), 43_200, 'How long a sign-in to the console lasts at the most.'),
  sessionIdleSeconds:  setting(wholeNumber(60, 31_536_000), 3600, 'How long a sign-in lasts that nobody uses.'),
  oidcIssuer:          setting(plainUrl,    undefined,     'OIDC provider that operators may sign in with; its redirect URI is CONSOLE/admin/session/oidc/callback.'),
  oidcClientId:        setting(word,        undefined,     'Client id of this server there.'),
  oidcClientSecret:    setting(word,        undefined,     'Client secret of this server there; none for a public client.'),
  oidcScopes:          setting(words,       ['openid', 'profile', 'email'], 'Scopes that are asked for there.'),
  oidcRolesClaim:      setting(word,        'groups',      'Claim that tells what somebody may do here.'),
  oidcRoles:           setting(oidcRoles,   [],            'What the values of that claim mean; the first that fits counts.'),
  auditDays:           setting(wholeNumber(1, 36_500), 365,     'How long administrative actions stay on record.'),
  requestLogDays:      setting(wholeNumber(0, 3650), 7,         'How long requests can be searched; 0 keeps none.'),
  requestLogBytes:     setting(byteSize(2 ** 20, tebibyte), 2 ** 30, 'Largest size of the file of requests; the oldest go first.'),
  statisticsDays:      setting(wholeNumber(1, 36_500), 400,     'How long figures by the hour are kept.'),
  logLevel:            setting(logLevel,    'info',        'Least severe messages that are logged.'),
  accessLog:           setting(onOff,       true,          'Log a line for each request.'),
} as const

export type SettingName = keyof typeof settings
/** A row whose types are forgotten; its `show` takes what its own `schema` gave. */
export type AnySetting = Omit<Setting<unknown, unknown>, 'kind'> & {
  readonly kind: Omit<Kind<unknown>, 'show'> & { show(value: unknown): string }
}
/** The table as data, for code that treats every setting alike. */
export const settingEntries = Object.entries(settings) as [SettingName, AnySetting][]

/** `consolePort` → `SEAU_CONSOLE_PORT`. */
export const variableOf = (name: SettingName): string => `SEAU_${wordsOf(name).join('_').toUpperCase()}`

/** `consolePort` → `--console-port`. */
export const flagOf = (name: SettingName): string => `--${wordsOf(name).join('-').toLowerCase()}`

const wordsOf = (name: SettingName): string[] => name.split(/(?=[A-Z])/)
