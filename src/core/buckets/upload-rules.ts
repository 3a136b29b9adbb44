import { S3Error } from '../errors.ts'
import { matchesType } from './media-types.ts'

/** What a bucket takes. Extensions are in lower case and without their dot. */
export interface UploadRules {
  /** Absent: any. The last extension of the name counts. */
  readonly allowedExtensions?: readonly string[] | undefined
  /** Absent: what web servers run. None of the extensions of the name may be among them. */
  readonly forbiddenExtensions?: readonly string[] | undefined
  /** Media types such as `image/png` or `image/*`, told by the bytes where they show it. Absent: any. */
  readonly allowedTypes?: readonly string[] | undefined
  /** Of an object, in bytes. */
  readonly maxBytes?: number | undefined
}

/** What a web server that gets hold of the files might run. */
const executableExtensions = [
  ...['php', 'php3', 'php4', 'php5', 'php7', 'php8', 'phps', 'pht', 'phtml', 'phar', 'inc'],
  ...['asp', 'aspx', 'asa', 'asax', 'ascx', 'ashx', 'asmx', 'cer', 'cdx', 'shtml', 'shtm', 'stm'],
  ...['jsp', 'jspx', 'jsw', 'jsv', 'jspf', 'cfm', 'cfc', 'cgi', 'fcgi', 'pl', 'htaccess', 'htpasswd'],
]

/** Of every bucket that does not say otherwise. */
export const defaultRules: UploadRules = { forbiddenExtensions: executableExtensions }

/** Throws UnsupportedMediaType for a key whose extensions the rules do not take. */
export function checkUploadName(
  { allowedExtensions, forbiddenExtensions = [] }: UploadRules,
  key: string,
): void {
  const extensions = extensionsOf(key)
  const forbidden = extensions.find((extension) => forbiddenExtensions.includes(extension))
  if (forbidden !== undefined) throw refused(`The bucket takes no files with the extension .${forbidden}.`)
  if (!allowedExtensions || allowedExtensions.includes(extensions.at(-1) ?? '')) return
  throw refused(
    `The bucket only takes files with these extensions: ${listed(allowedExtensions, (name) => `.${name}`)}.`,
  )
}

/** All of them: Apache runs `shell.php.jpg` where it is told to. Windows ignores dots and spaces at the end. */
const extensionsOf = (key: string): readonly string[] =>
  key
    .slice(key.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[. ]+$/, '')
    .split('.')
    .slice(1)

/** Throws EntityTooLarge. */
export function checkUploadSize({ maxBytes = Infinity }: UploadRules, size: number): void {
  if (size <= maxBytes) return
  throw new S3Error('EntityTooLarge', { detail: { ProposedSize: size, MaxSizeAllowed: maxBytes } })
}

/** Throws UnsupportedMediaType. */
export function checkUploadType({ allowedTypes }: UploadRules, type: string): void {
  if (!allowedTypes || allowedTypes.some((allowed) => matchesType(allowed, type))) return
  throw refused(`The bucket takes no ${type}, only ${listed(allowedTypes, String)}.`)
}

/** Whether the rules ask for what the bytes are. */
export const asksForType = ({ allowedTypes, allowedExtensions }: UploadRules): boolean =>
  (allowedTypes ?? allowedExtensions) !== undefined

const listed = (names: readonly string[], show: (name: string) => string) => names.map(show).join(', ')

export const refused = (message: string): S3Error => new S3Error('UnsupportedMediaType', { message })
