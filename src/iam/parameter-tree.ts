/** Parameters by the parts of their names: `Tags.member.1.Key=a` is the text `a` below `Tags`, `member`, `1` and `Key`. */
export interface ParameterNode {
  text?: string
  readonly children: Map<string, ParameterNode>
}

/** The deepest name of AWS has nine parts. */
const maxParts = 16

const emptyNode = (): ParameterNode => ({ children: new Map() })

/** The first of several values of a name counts. */
export function parameterTree(pairs: Iterable<readonly [name: string, value: string]>): ParameterNode {
  const root = emptyNode()
  for (const [name, value] of pairs) {
    let node = root
    for (const part of name.split('.', maxParts)) node = childOf(node, part)
    node.text ??= value
  }
  return root
}

function childOf({ children }: ParameterNode, part: string): ParameterNode {
  const known = children.get(part)
  if (known) return known
  const child = emptyNode()
  children.set(part, child)
  return child
}
