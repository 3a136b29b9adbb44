/** Whether a moment (ISO 8601) has come. */
export const isPast = (moment: string, now = Date.now()): boolean => Date.parse(moment) <= now
