// Later ones name the earlier ones, too.
const browsers = [
  ['Edge', /\bEdg\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /\bChrom(e|ium)\/|\bHeadlessChrome\//],
  ['Safari', /\bSafari\//],
  ['curl', /^curl\//],
] as const

const systems = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const

const nameIn = (names: readonly (readonly [name: string, sign: RegExp])[], agent: string) =>
  names.find(([, sign]) => sign.test(agent))?.[0]

/** What a User-Agent stands for: `Firefox, Linux`; undefined where none of the usual ones. */
export function browserOf(agent: string): string | undefined {
  const browser = nameIn(browsers, agent)
  return browser && [browser, nameIn(systems, agent)].filter((part) => part !== undefined).join(', ')
}
