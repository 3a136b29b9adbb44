/** The code of the error that a call ends with; undefined when it succeeds. */
export async function refused(call: Promise<unknown>): Promise<string | undefined> {
  try {
    await call
    return undefined
  } catch (error) {
    return error instanceof Error ? codeOf(error) : undefined
  }
}

/** AWS's clients name some errors otherwise than the wire does. */
const codeOf = (error: Error) => ('Code' in error ? String(error.Code) : error.name)
