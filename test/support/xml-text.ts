const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** The text of every element of that name, wherever it stands; enough for answers whose elements do not nest in themselves. */
export const textsOf = (xml: Buffer | string, name: string): string[] =>
  Array.from(
    xml.toString().matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g')),
    ([, text = '']) => decoded(text),
  )

/** The text of the first element of that name. */
export const textOf = (xml: Buffer | string, name: string): string | undefined => textsOf(xml, name)[0]

/** The inner XML of every element of that name. */
export const blocksOf = (xml: Buffer | string, name: string): string[] =>
  Array.from(xml.toString().matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs')), ([, inner = '']) => inner)

const decoded = (text: string) =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole
      return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16))
    },
  )

/** Text as it stands in a document. */
export const escaped = (text: string): string =>
  text.replace(/[<>&\r]/g, (character) => `&#${String(character.charCodeAt(0))};`)
