import { S3Error } from '../core/errors.ts'

/** Members, by their header, that ask for a protection that is not there: to pass over them would be to break a promise. */
const unsupported: ReadonlyMap<string, string> = new Map([
  ['ObjectLockEventHold', 'x-amz-object-lock-event-hold'],
  ['ObjectLockEventHoldDurationDays', 'x-amz-object-lock-event-hold-duration-days'],
  ['ObjectLockEventHoldDurationYears', 'x-amz-object-lock-event-hold-duration-years'],
])

/** Throws NotImplemented when the input of an operation asks for what is not there. */
export function refuseUnsupported(input: Readonly<Record<string, unknown>>): void {
  for (const member in input) {
    const header = unsupported.get(member)
    if (header === undefined || input[member] === undefined || input[member] === false) continue
    throw new S3Error('NotImplemented', { detail: { Header: header } })
  }
}
