import type { LoggedRequest, RequestEntry } from './request-entry.ts'

export interface RequestQuery {
  readonly projectIds?: readonly string[] | undefined
  readonly keyId?: string | undefined
  readonly operation?: string | undefined
  readonly bucket?: string | undefined
  /** Of the object's key. */
  readonly prefix?: string | undefined
  readonly requestId?: string | undefined
  readonly error?: string | undefined
  readonly address?: string | undefined
  /** Only answers with a status from here on. */
  readonly leastStatus?: number | undefined
  /** Only answers with a status up to here. */
  readonly mostStatus?: number | undefined
  /** Only answers that took so long, or longer. */
  readonly leastMilliseconds?: number | undefined
  readonly method?: string | undefined
  /** Milliseconds since 1970, inclusive. */
  readonly since?: number | undefined
  /** Exclusive. */
  readonly until?: number | undefined
  /** Only entries with a smaller id. */
  readonly before?: number | undefined
  /** Only entries with a greater id. */
  readonly after?: number | undefined
  readonly limit: number
}

export interface RequestPage {
  /** Newest first. */
  readonly entries: readonly LoggedRequest[]
  /** Goes on as `before`; a page may be empty and yet not be the last, because only so many entries are looked at. */
  readonly next: number | undefined
}

/** Over which requests figures are added up. */
export interface StatisticsQuery {
  readonly projectIds?: readonly string[] | undefined
  readonly operation?: string | undefined
  /** Milliseconds since 1970, inclusive. */
  readonly since: number
  /** Exclusive. */
  readonly until: number
  /** What each row is for. */
  readonly by: 'hour' | 'day' | 'operation' | 'project'
}

export interface RequestFigures {
  /** The beginning of the hour or day (milliseconds since 1970, UTC), the operation, or the id of the project. */
  readonly group: string | number
  readonly requests: number
  /** Answers with a status of 400 to 499, and from 500 on. */
  readonly clientErrors: number
  readonly serverErrors: number
  readonly bytesIn: number
  readonly bytesOut: number
  /** Of all requests together, and of the longest. */
  readonly milliseconds: number
  readonly longestMs: number
}

/** What a project held in an hour. */
export interface StoredFigures {
  /** The beginning of the hour or day: milliseconds since 1970, UTC. */
  readonly at: number
  readonly objects: number
  readonly bytes: number
}

/** Where requests are kept, apart from the metadata: losing the newest in a crash is no harm. */
export interface RequestLog {
  /** Resolves to how many it took. */
  append(entries: readonly RequestEntry[]): Promise<number>
  search(query: RequestQuery): Promise<RequestPage>
  /** Those that took longest. */
  slowest(query: Pick<RequestQuery, 'projectIds' | 'since' | 'limit'>): Promise<readonly LoggedRequest[]>
  statistics(query: StatisticsQuery): Promise<readonly RequestFigures[]>
  /** Notes what projects hold at a moment, once for its hour. */
  appendStored(at: number, stored: ReadonlyMap<string, Omit<StoredFigures, 'at'>>): Promise<void>
  stored(query: Pick<StatisticsQuery, 'projectIds' | 'since' | 'until'>): Promise<readonly StoredFigures[]>
  /** Drops requests and figures from before two moments (milliseconds since 1970), and the oldest requests beyond a size in bytes; returns how many. */
  forget(query: {
    readonly requestsBefore: number
    readonly figuresBefore: number
    readonly mostBytes: number
  }): Promise<number>
  close(): Promise<void>
}
