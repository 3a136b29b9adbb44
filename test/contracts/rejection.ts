/** The reason for which a promise, or the call that should make one, fails; throws when it does not fail. */
export async function rejection(work: Promise<unknown> | (() => Promise<unknown>)): Promise<unknown> {
  try {
    await (typeof work === 'function' ? work() : work)
  } catch (error) {
    return error
  }
  throw new Error('It was expected to fail.')
}
