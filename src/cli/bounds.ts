import { InvalidArgumentError, Option } from 'commander'
import { parseByteSize, showByteSize } from '../lib/byte-size.ts'

const none = 'none'

/** As it is given on the command line; `none` takes a bound away. */
export type Bound = number | typeof none

function parseSize(text: string): Bound {
  const bytes = text === none ? none : parseByteSize(text)
  if (bytes !== undefined) return bytes
  throw new InvalidArgumentError(`Allowed: a size such as 500MB or 10GiB, or ${none}.`)
}

function parseCount(text: string): Bound {
  if (text === none) return none
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(`Allowed: a whole number, or ${none}.`)
}

/** For the admin API, where null takes a bound away. */
const changeOf = (bound: Bound | undefined): number | null | undefined => (bound === none ? null : bound)

const sizeOption = (flag: string, what: string) =>
  new Option(`--${flag} <size>`, `${what}, or ${none}`).argParser(parseSize)
const countOption = (flag: string, what: string) =>
  new Option(`--${flag} <count>`, `${what}, or ${none}`).argParser(parseCount)

export const quotaOptions = () => [
  sizeOption('bytes', 'most bytes in all, old versions and unfinished uploads included'),
  countOption('objects', 'most objects, old versions included'),
]

export const projectQuotaOptions = () => [
  ...quotaOptions(),
  countOption('buckets', 'most buckets'),
  sizeOption('object-bytes', 'size of the largest object'),
]

export const rateOptions = () => [
  countOption('requests-per-second', 'most requests in a second'),
  sizeOption('bytes-per-second', 'most bytes of bodies in a second'),
]

export interface QuotaOptions {
  readonly bytes?: Bound
  readonly objects?: Bound
}

export interface ProjectQuotaOptions extends QuotaOptions {
  readonly buckets?: Bound
  readonly objectBytes?: Bound
}

export interface RateOptions {
  readonly requestsPerSecond?: Bound
  readonly bytesPerSecond?: Bound
}

export const quotaChange = ({ bytes, objects }: QuotaOptions) => ({
  bytes: changeOf(bytes),
  objects: changeOf(objects),
})

export const projectQuotaChange = ({ buckets, objectBytes, ...quota }: ProjectQuotaOptions) => ({
  ...quotaChange(quota),
  buckets: changeOf(buckets),
  objectBytes: changeOf(objectBytes),
})

export const ratesChange = ({ requestsPerSecond, bytesPerSecond }: RateOptions) => ({
  requestsPerSecond: changeOf(requestsPerSecond),
  bytesPerSecond: changeOf(bytesPerSecond),
})

/** `1.5 MiB of 10.0 MiB` */
export const showBytesOf = (bytes: number, bound: number | null): string =>
  bound === null ? showByteSize(bytes) : `${showByteSize(bytes)} of ${showByteSize(bound)}`

export const showCountOf = (count: number, bound: number | null): string =>
  bound === null ? String(count) : `${String(count)} of ${String(bound)}`
