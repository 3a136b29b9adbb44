import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element as read: its text, or its children by local name (attributes under `@name`, text beside them under `#text`). */
export type XmlNode = string | { readonly [name: string]: XmlNode | readonly XmlNode[] }

export const textKey = '#text'
export const attributePrefix = '@'
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Deep enough for every document of AWS (the deepest has 9 levels). */
const maxDepth = 32

const predefined: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' }

function characterOf(entity: string): string {
  const named = predefined[entity]
  if (named !== undefined) return named
  const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(entity)
  const point = digits
    ? Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16)
    : NaN
  if (!(point <= 0x10ffff) || (point >= 0xd800 && point <= 0xdfff))
    throw new Error(`unknown entity &${entity};`)
  return String.fromCodePoint(point)
}

const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&([^;&]*)(;?)/g, (whole, entity: string, end: string) => {
        if (end === '') throw new Error(`unfinished entity ${whole}`)
        return characterOf(entity)
      })
    : text

const refuseEntities = (): never => {
  throw new Error('a document type is not accepted')
}

/** Only what XML predefines, so that no document can grow when it is read. */
const entityDecoder = {
  decode: decodeEntities,
  reset: () => undefined,
  setXmlVersion: () => undefined,
  addInputEntities: refuseEntities,
  setExternalEntities: refuseEntities,
}

const parser = new XMLParser({
  attributeNamePrefix: attributePrefix,
  // Namespace prefixes are gone here: what remains of the attributes that AWS uses is xsi:type.
  ignoreAttributes: (name) => name !== 'type',
  entityDecoder,
  ignoreDeclaration: true,
  ignorePiTags: true,
  jPath: false,
  maxNestedTags: maxDepth,
  parseTagValue: false,
  removeNSPrefix: true,
  trimValues: false,
})

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The root element of a document, namespaces left aside. Throws (any Error) when the document is not well-formed UTF-8 XML
 * with exactly one root, has a document type, entities of its own, or more than 32 levels.
 */
export function parseXml(document: Buffer): { readonly name: string; readonly node: XmlNode } {
  const text = utf8.decode(document)
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the package that replaces it does no more than this
  if (XMLValidator.validate(text) !== true) throw new Error('the document is not well-formed')
  const parsed = parser.parse(text) as Readonly<Record<string, XmlNode | readonly XmlNode[]>>
  const roots = Object.entries(parsed).filter(([name]) => name !== textKey)
  const [root] = roots
  if (!root || roots.length > 1 || isList(root[1])) throw new Error('a document has one root element')
  return { name: root[0], node: root[1] }
}

export const isList = (value: XmlNode | readonly XmlNode[]): value is readonly XmlNode[] =>
  Array.isArray(value)

const special = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const everySpecial = new RegExp(special, 'g')
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** Text safe in an element; what XML 1.0 cannot hold becomes a numeric reference, as in S3. */
export const escapeXml = (text: string): string =>
  special.test(text)
    ? text.replace(everySpecial, (found) => references[found] ?? `&#x${found.charCodeAt(0).toString(16)};`)
    : text

/** Text safe between double quotes. */
export const escapeAttribute = (text: string): string => escapeXml(text).replaceAll('"', '&quot;')
