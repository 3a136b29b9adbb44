import type { Place } from './place.ts'
import type { Row } from './row.ts'

export interface Access {
  readonly canChange: boolean
  /** Deleting leaves a marker that can be taken away again. */
  readonly isVersioned: boolean
}

export interface ActionOptions {
  readonly place: Place
  readonly access: Access
  readonly selected: readonly Row[]
  /** The selection has been dealt with. */
  readonly onDone: () => void
  /** Shows what the server is at. */
  readonly onJobs: () => void
}
