import type { OutputOf } from '../../../../admin/contract.ts'

export type Delivery = OutputOf<'getDelivery'>
export type Rules = NonNullable<Delivery['rules']>
export type Image = NonNullable<Delivery['onUpload']>

export interface DeliveryFieldsProps {
  readonly value: Delivery
  readonly onChange: (value: Delivery) => void
}

/** What JSON leaves out is left out here, too: a member without a value is no member. */
export const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T

/** A list that stands for any when it is empty. */
export const listOrAny = (list: readonly string[]) => (list.length === 0 ? undefined : [...list])
