/** An input as the SDK types it, with required members really there: the codec has refused the request otherwise. */
export type Parsed<T> = T extends Date
  ? T
  : T extends object
    ? { [M in keyof T]: object extends Pick<T, M> ? Parsed<T[M]> : Parsed<Exclude<T[M], undefined>> }
    : T
