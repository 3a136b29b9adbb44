import { z } from 'zod'
import { path, type Kind } from './kinds.ts'

/**
 * Settings that a user names: `SEAU_NOTIFY_<NAME>` in the environment, an object of names and values in the file. Values may hold passwords and
 * are never shown.
 */
export interface SettingFamily {
  readonly kind: Kind<string>
  readonly description: string
  /** In lower case; absent: any. */
  readonly names?: readonly string[]
}

const urlOf = (allowed: string, protocols: readonly string[]): Kind<string> => ({
  allowed,
  schema: z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol)),
  show: String,
})

const targetUrl = urlOf(
  'http(s)://HOST/PATH#HMAC-SECRET, kafka://HOST:PORT/TOPIC, nats://HOST/SUBJECT, amqp(s)://HOST/EXCHANGE?routingKey=KEY, redis(s)://HOST/KEY?mode=list or pubsub, sqs+http(s)://KEY:SECRET@HOST/QUEUE, sns+http(s)://KEY:SECRET@HOST/TOPIC-ARN',
  [
    'http:',
    'https:',
    'kafka:',
    'nats:',
    'amqp:',
    'amqps:',
    'redis:',
    'rediss:',
    'sqs+http:',
    'sqs+https:',
    'sns+http:',
    'sns+https:',
  ],
)
const bucketUrl = urlOf('http(s)://KEY:SECRET@HOST/BUCKET', ['http:', 'https:'])

const storageClasses = [
  'standard_ia',
  'onezone_ia',
  'intelligent_tiering',
  'glacier_ir',
  'glacier',
  'deep_archive',
  'reduced_redundancy',
]

/** Every family; the variables, the file and the README's table are read from here. */
// prettier-ignore
const settingFamilies = {
  notify:    { kind: targetUrl, description: 'A target for notifications of buckets, which name it as `arn:seau:sqs::NAME:KIND`.' },
  replicate: { kind: bucketUrl, description: 'A bucket elsewhere for replication, which rules name as `arn:seau:s3:::NAME`.' },
  storage:   { kind: path,      names: storageClasses, description: 'A folder for the bytes of objects of the storage class NAME, as on a slower disk; those of GLACIER and DEEP_ARCHIVE must then be restored to be read.' },
} as const satisfies Record<string, SettingFamily>

export type FamilyName = keyof typeof settingFamilies
export const familyEntries = Object.entries(settingFamilies) as [FamilyName, SettingFamily][]

/** `notify` → `SEAU_NOTIFY_<NAME>`. */
export const familyVariableOf = (family: FamilyName, name = '<NAME>'): string =>
  `SEAU_${family.toUpperCase()}_${name}`

/** The family and the member's name, in lower case, of a variable such as SEAU_NOTIFY_HOOK. */
export function memberOf(
  variable: string,
): { readonly family: FamilyName; readonly name: string } | undefined {
  for (const [family] of familyEntries) {
    const start = familyVariableOf(family, '')
    const name = variable.slice(start.length)
    if (variable.startsWith(start) && memberName.test(name)) return { family, name: name.toLowerCase() }
  }
  return undefined
}

const memberName = /^\w{1,64}$/

type Members = Readonly<Record<string, string>>
export type Families = Readonly<Record<FamilyName, Members>>

interface FamilySource {
  readonly given: Readonly<Record<string, unknown>>
}

/** The members of each family from all sources, the later ones stronger; what is wrong is added to `problems`. */
export function readFamilies(sources: readonly FamilySource[], problems: string[]): Families {
  const families = familyEntries.map(([family, { kind, names }]) => {
    const members: Record<string, string> = {}
    for (const { given } of sources) {
      for (const [name, value] of Object.entries(given[family] ?? {})) {
        if (names?.includes(name.toLowerCase()) === false) {
          problems.push(`${family} ${name} is none that there is; allowed: ${names.join(', ')}.`)
          continue
        }
        const parsed = kind.schema.safeParse(value)
        if (parsed.success && memberName.test(name)) members[name.toLowerCase()] = parsed.data
        else problems.push(`${family} ${name} has a value that is not shown; allowed: ${kind.allowed}.`)
      }
    }
    return [family, members] as const
  })
  // Each name comes from the table.
  return Object.fromEntries(families) as unknown as Families
}
