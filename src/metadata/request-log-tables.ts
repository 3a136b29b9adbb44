/** An entry's id is its time in microseconds, or a little more where several share one: what is searched by time needs no other index. */
export const idsPerMillisecond = 1000

export interface RequestRow {
  id: number
  request_id: string
  key_id: string | null
  project_id: string | null
  operation: string
  bucket: string | null
  key: string | null
  method: string
  status: number
  error: string | null
  bytes_in: number
  bytes_out: number
  ms: number
  address: string | null
}

export interface FiguresRow {
  hour: number
  project_id: string
  operation: string
  requests: number
  client_errors: number
  server_errors: number
  bytes_in: number
  bytes_out: number
  ms: number
  longest_ms: number
}

/** The index that finds failed requests by time. */
export const errorsIndex = 'request_errors'
export const leastErrorStatus = 400

export const requestTables = [
  `CREATE TABLE IF NOT EXISTS request_log (
    id INTEGER PRIMARY KEY, request_id TEXT NOT NULL, key_id TEXT, project_id TEXT, operation TEXT NOT NULL, bucket TEXT, key TEXT,
    method TEXT NOT NULL, status INTEGER NOT NULL, error TEXT, bytes_in INTEGER NOT NULL, bytes_out INTEGER NOT NULL, ms REAL NOT NULL,
    address TEXT
  )`,
  'CREATE INDEX IF NOT EXISTS request_ids ON request_log (request_id)',
  `CREATE INDEX IF NOT EXISTS ${errorsIndex} ON request_log (id) WHERE status >= ${String(leastErrorStatus)}`,
  `CREATE TABLE IF NOT EXISTS request_figures (
    hour INTEGER NOT NULL, project_id TEXT NOT NULL, operation TEXT NOT NULL, requests INTEGER NOT NULL, client_errors INTEGER NOT NULL,
    server_errors INTEGER NOT NULL, bytes_in INTEGER NOT NULL, bytes_out INTEGER NOT NULL, ms REAL NOT NULL, longest_ms REAL NOT NULL,
    PRIMARY KEY (hour, project_id, operation)
  ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS stored_figures (
    hour INTEGER NOT NULL, project_id TEXT NOT NULL, objects INTEGER NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (hour, project_id)
  ) WITHOUT ROWID`,
]

const hourMs = 3_600_000
export const hourOf = (at: number): number => at - (at % hourMs)
