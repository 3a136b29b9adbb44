/** Replaces what stands between the markers of a section; throws when the page has no such section. */
export function withSection(page: string, id: string, content: string): string {
  const [start, end] = [`<!-- figures: ${id} -->`, `<!-- end of figures: ${id} -->`]
  const from = page.indexOf(start)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error(`The page has no section between ${start} and ${end}.`)
  return `${page.slice(0, from)}${start}\n\n${content}\n\n${page.slice(to)}`
}
