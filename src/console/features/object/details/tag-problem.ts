import type { Pair } from './pairs-input.tsx'

export const mostTags = 10

/** What is wrong with a tag by S3's rules; undefined: nothing. */
export function tagProblem(
  tags: readonly Pair[],
  at: number,
): 'missing' | 'long' | 'twice' | 'characters' | 'aws' | undefined {
  const { key = '', value = '' } = tags[at] ?? {}
  if (key === '') return 'missing'
  if (key.length > 128 || value.length > 256) return 'long'
  if (/^aws:/i.test(key)) return 'aws'
  if (!allowed.test(key + value)) return 'characters'
  return tags.findIndex((tag) => tag.key === key) === at ? undefined : 'twice'
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u
