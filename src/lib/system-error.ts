/** Whether the error is the operating system's, with one of these codes (`ENOENT`, …). */
export const hasSystemCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'syscall' in error && 'code' in error && codes.includes(String(error.code))
