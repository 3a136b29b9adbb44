export const calendarDayMs = 86_400_000

/**
 * When an action is due that a rule puts so many days after a moment, in milliseconds since 1970. S3 rounds up to midnight UTC; a day that was
 * shortened for tests has none. https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html#intro-lifecycle-rules-number-of-days
 */
export function dueTime(since: number, days: number, dayMs: number): number {
  const due = since + days * dayMs
  return dayMs === calendarDayMs ? Math.ceil(due / dayMs) * dayMs : due
}
