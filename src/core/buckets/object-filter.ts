import { S3Error } from '../errors.ts'
import { checkObjectTags } from '../objects/tags.ts'
import type { Tags } from '../objects/object-version.ts'

/** Which objects a configuration is about: those whose key begins with the prefix and that have all the tags. */
export interface ObjectFilter {
  readonly prefix?: string | undefined
  readonly tags: Tags
}

const maxPrefixBytes = 1024

/** Throws InvalidArgument for a prefix that no key can have, and what checkObjectTags throws. */
export function checkObjectFilter({ prefix = '', tags }: ObjectFilter): void {
  if (Buffer.byteLength(prefix) > maxPrefixBytes) {
    throw new S3Error('InvalidArgument', {
      message: `The maximum size of a prefix is ${String(maxPrefixBytes)}.`,
      detail: { ArgumentName: 'Prefix', ArgumentValue: prefix },
    })
  }
  checkObjectTags(tags)
}
