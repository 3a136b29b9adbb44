/**
 * What conditions and variables may ask of a request: the values of a key as `contextKey` writes it, e.g. `aws:sourceip`;
 * undefined when the request has none.
 */
export type ContextValues = (key: string) => readonly string[] | undefined

/**
 * The form in which a key is looked up: in lower case, but for the tag behind a slash, as in `s3:existingobjecttag/Project`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function contextKey(name: string): string {
  const slash = name.indexOf('/')
  return slash < 0 ? name.toLowerCase() : name.slice(0, slash).toLowerCase() + name.slice(slash)
}
