import { calendarDayMs } from './due-time.ts'
import { invalidArgument, invalidRequest } from './lifecycle-errors.ts'
import { storageRank } from './storage-order.ts'
import type { LifecycleRule, NoncurrentAge, Timing, Transition } from './lifecycle.ts'

/** Objects must be as old, and stay as long, in the classes that bill so many days. */
const leastDays: Readonly<Record<string, number>> = { STANDARD_IA: 30, ONEZONE_IA: 30 }
const mostNewerVersions = 100

/** What S3 calls a way through the classes, for its messages. */
interface Names {
  readonly days: string
  readonly transition: string
  readonly expiration: string
  readonly filter: string
}

/** Throws InvalidArgument or InvalidRequest for times of a rule's actions that are none, or do not go together. */
export function checkTimes(rule: LifecycleRule): void {
  const { expiration, transitions, noncurrentExpiration, noncurrentTransitions, abortDays } = rule
  const filter = `(prefix=${rule.filter.prefix ?? ''})`
  const end = expiration && 'expiredObjectDeleteMarker' in expiration ? undefined : expiration
  checkWay(transitions, end, { days: 'Days', transition: 'Transition', expiration: 'Expiration', filter })
  checkWay(noncurrentTransitions, noncurrentExpiration, {
    days: 'NoncurrentDays',
    transition: 'NoncurrentVersionTransition',
    expiration: 'NoncurrentVersionExpiration',
    filter,
  })
  for (const age of [noncurrentExpiration, ...noncurrentTransitions]) if (age) checkNewerVersions(age)
  if (abortDays !== undefined)
    checkPositive(abortDays, 'DaysAfterInitiation', 'AbortIncompleteMultipartUpload')
}

function checkWay(steps: readonly Transition[], end: Timing | undefined, names: Names): void {
  if (end)
    checkTiming(end, () => {
      checkPositive(daysOf(end), names.days, names.expiration)
    })
  for (const step of steps)
    checkTiming(step, () => {
      checkStepDays(step, names)
    })
  checkUnits(steps, end, names)
  checkClasses(steps, names)
  checkOrder(steps, names)
  const last = Math.max(...steps.map(timeOf))
  if (end && timeOf(end) <= last) {
    throw invalidArgument(
      `'${unitOf(end, names)}' in the ${names.expiration} action for filter '${names.filter}' must be greater than '${unitOf(end, names)}' in the ${names.transition} action`,
    )
  }
}

function checkTiming(timing: Timing, checkDays: () => void): void {
  if ('days' in timing) checkDays()
  else if (timing.date % calendarDayMs !== 0) throw invalidArgument("'Date' must be at midnight GMT")
}

function checkPositive(days: number, name: string, action: string): void {
  if (days < 1) throw invalidArgument(`'${name}' for ${action} action must be a positive integer`)
}

function checkStepDays(step: Transition, { days, transition }: Names): void {
  if (daysOf(step) < 0) throw invalidArgument(`'${days}' in ${transition} action must be nonnegative`)
  const least = leastDays[step.storageClass] ?? 0
  if (daysOf(step) >= least) return
  throw invalidArgument(
    `'${days}' in ${transition} action must be greater than or equal to ${String(least)} for storageClass '${step.storageClass}'`,
  )
}

function checkUnits(
  steps: readonly Transition[],
  end: Timing | undefined,
  { filter, ...names }: Names,
): void {
  if (new Set(steps.map((step) => 'days' in step)).size > 1)
    throw invalidRequest(
      `Found mixed 'Date' and 'Days' based ${names.transition} actions in lifecycle rule for filter '${filter}'`,
    )
  const [first] = steps
  if (first && end && 'days' in first !== 'days' in end) {
    throw invalidRequest(
      `Found mixed 'Date' and 'Days' based ${names.expiration} and ${names.transition} actions in lifecycle rule for filter '${filter}'`,
    )
  }
}

function checkClasses(steps: readonly Transition[], { transition, filter }: Names): void {
  if (new Set(steps.map(({ storageClass }) => storageClass)).size === steps.length) return
  throw invalidRequest(
    `'StorageClass' must be different for '${transition}' actions in same 'Rule' with filter '${filter}'`,
  )
}

/** A class further down comes later. */
function checkOrder(steps: readonly Transition[], names: Names): void {
  const down = steps.toSorted((a, b) => storageRank(a.storageClass) - storageRank(b.storageClass))
  down.forEach((step, n) => {
    const before = down[n - 1]
    if (!before) return
    const stay = 'days' in step ? (leastDays[before.storageClass] ?? 1) : 1
    if (timeOf(step) >= timeOf(before) + stay) return
    const unit = unitOf(step, names)
    throw invalidArgument(
      `'${unit}' in the '${names.transition}' action for StorageClass '${step.storageClass}' for filter '${names.filter}' must be ${stay > 1 ? `${String(stay)} days more than` : 'greater than'} '${unit}' in the '${names.transition}' action for StorageClass '${before.storageClass}'`,
    )
  })
}

function checkNewerVersions({ newerVersions }: NoncurrentAge): void {
  if (newerVersions === undefined || (newerVersions >= 1 && newerVersions <= mostNewerVersions)) return
  throw invalidArgument(`'NewerNoncurrentVersions' must be between 1 and ${String(mostNewerVersions)}`)
}

const timeOf = (timing: Timing): number => ('days' in timing ? timing.days : timing.date)
const daysOf = (timing: Timing): number => ('days' in timing ? timing.days : Infinity)
const unitOf = (timing: Timing, { days }: Names): string => ('days' in timing ? days : 'Date')
