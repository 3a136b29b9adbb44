import { S3Error } from '../errors.ts'

/** What AWS answers to a parameter that does not fit its model; `member` is its name in lower camel case. */
export const invalidValue = (member: string, value: string, constraint: string): S3Error =>
  new S3Error('ValidationError', {
    message: `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must have ${constraint}`,
  })
