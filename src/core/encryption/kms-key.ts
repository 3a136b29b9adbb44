/** A key of the key ring, and its material of each rotation. */
export interface KmsKey {
  readonly id: string
  /** Only this project's callers can use it. */
  readonly projectId: string
  /** Without `alias/`; unique within the project. */
  readonly alias: string | undefined
  readonly status: 'enabled' | 'disabled'
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** 32 bytes each; the first is version 1, the last is the one that wraps. */
  readonly materials: readonly Buffer[]
}

/** What AWS calls the AWS managed key of S3: made for a project when it first asks for SSE-KMS without naming a key. */
export const managedAlias = 'aws/s3'

interface KeyPlace {
  readonly region: string
  readonly projectId: string
}

/** `arn:aws:kms:<region>:<project>:key/<id>` */
export const keyArn = ({ id, projectId }: Pick<KmsKey, 'id' | 'projectId'>, region: string): string =>
  `arn:aws:kms:${region}:${projectId}:key/${id}`

/** The id in an ARN that `keyArn` made. */
export const keyIdOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

/** A key as a request names it. */
export interface KeyRef {
  readonly kind: 'id' | 'alias'
  readonly name: string
  /** Given by an ARN. */
  readonly place: KeyPlace | undefined
}

/** Takes an id, `alias/<name>` or an ARN of either apart. https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id */
export function parseKeyRef(text: string): KeyRef {
  const [, region = '', projectId = '', local = text] =
    /^arn:aws[-a-z0-9]*:kms:([^:]*):([^:]*):((?:key|alias)\/.+)$/.exec(text) ?? []
  const place = local === text ? undefined : { region, projectId }
  if (local.startsWith('alias/')) return { kind: 'alias', name: local.slice(6), place }
  return { kind: 'id', name: place ? local.slice(4) : local, place }
}
