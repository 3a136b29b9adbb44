import type { LifecycleRule } from '../../../src/core/lifecycle/lifecycle.ts'

/** A rule that does nothing but what is given. */
export const ruleWith = (given: Partial<LifecycleRule>): LifecycleRule => ({
  id: 'rule',
  isEnabled: true,
  form: 'filter',
  filter: { tags: [] },
  transitions: [],
  noncurrentTransitions: [],
  ...given,
})
