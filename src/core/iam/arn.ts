import type { Entity, EntityKind } from './entities.ts'

/** The project to which AWS's own policies belong. */
export const awsProjectId = 'aws'

/** `arn:aws:iam::<project id>:user/<path><name>` https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export const arnOf = ({
  kind,
  projectId,
  path,
  name,
}: Pick<Entity, 'kind' | 'projectId' | 'path' | 'name'>): string =>
  `arn:aws:iam::${projectId}:${kind}${path}${name}`

const arnPattern = /^arn:aws:iam::([\w-]+):([a-z-]+)(\/(?:.*\/)?)([^/]+)$/s

export interface ArnParts {
  readonly projectId: string
  readonly path: string
  readonly name: string
}

/** The parts of an ARN of a kind of entity; undefined for any other text. */
export function parseArn(kind: EntityKind, arn: string): ArnParts | undefined {
  const [, projectId, type, path, name] = arnPattern.exec(arn) ?? []
  if (type !== kind || projectId === undefined || path === undefined || name === undefined) return undefined
  // The name of an OIDC provider is a URL, slashes and all.
  if (kind === 'oidc-provider') return { projectId, path: '/', name: `${path.slice(1)}${name}` }
  return { projectId, path, name }
}
