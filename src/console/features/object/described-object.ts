import type { OutputOf } from '../../../admin/contract.ts'
import type { ObjectPlace } from './object-place.ts'

/** What the admin API tells of an object. */
export type DescribedObject = OutputOf<'describeObject'>

/** What every part of the page is given. */
export interface ObjectProps {
  readonly place: ObjectPlace
  readonly object: DescribedObject
}
