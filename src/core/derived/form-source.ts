import type { LocatedVersion } from '../objects/get-version.ts'
import type { ReadAccess } from '../encryption/data-key.ts'

/** What forms are made of, and for whom. */
export interface FormSource extends LocatedVersion {
  readonly access: ReadAccess
}
