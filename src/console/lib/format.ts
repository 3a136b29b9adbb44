import i18next from 'i18next'

/** The language of the page, as the browser's owner writes it: `en-GB` where the page is in English. */
const locale = (): string =>
  navigator.languages.find((tag) => tag.startsWith(i18next.language)) ?? i18next.language

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']
const frenchUnits = ['o', 'Kio', 'Mio', 'Gio', 'Tio', 'Pio']

/** Of bytes, each 1024 times the one before, in the language of the page. */
export const byteUnits = (): readonly string[] => (i18next.language === 'fr' ? frenchUnits : units)

/** A size in bytes with the unit that fits, in the language of the page: `1.5 MiB`, `1,5 Mio`. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = new Intl.NumberFormat(locale(), { maximumFractionDigits: step === 0 ? 0 : 1 })
  return `${value.format(bytes / 1024 ** step)} ${byteUnits()[step] ?? ''}`
}

export const formatCount = (count: number): string => new Intl.NumberFormat(locale()).format(count)

/** A moment (ISO 8601, or milliseconds since 1970) as date and time. */
export const formatMoment = (moment: string | number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))

/** The same to the second, shorter. */
export const formatSecond = (moment: string | number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(moment))

const spans: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** How long ago, or in how long: `3 days ago`. */
export function formatAgo(moment: string | number, now = Date.now()): string {
  const seconds = (new Date(moment).getTime() - now) / 1000
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  const [unit, length] = spans.find(([, span]) => Math.abs(seconds) >= span) ?? (['second', 1] as const)
  return format.format(Math.round(seconds / length), unit)
}

export const formatMilliseconds = (milliseconds: number): string =>
  milliseconds < 1000
    ? `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(milliseconds)} ms`
    : `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(milliseconds / 1000)} s`

/** A share of 1: `42%`, `42 %`. */
export const formatPercent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share)
