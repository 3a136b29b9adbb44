import type { ApiKey } from './api-key.ts'
import type { ProjectCaller } from '../caller.ts'

/** A key that is in use, and who calls with it. */
export interface Bearer {
  readonly key: ApiKey
  readonly caller: ProjectCaller
}
