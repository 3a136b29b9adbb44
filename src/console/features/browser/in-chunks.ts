/** As many as the admin API takes at once. */
const mostAtOnce = 1000

/** The list in pieces of at most a thousand. */
export const inChunks = <Each>(list: readonly Each[]): readonly (readonly Each[])[] =>
  Array.from({ length: Math.ceil(list.length / mostAtOnce) }, (_, index) =>
    list.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  )
