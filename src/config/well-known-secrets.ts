/** Defaults of other servers, and what people type into examples; compared without regard to case. */
const wellKnownSecrets: ReadonlySet<string> = new Set([
  '12345678',
  'admin',
  'changeme',
  'change-me',
  'demo',
  'example',
  'minio',
  'minio123',
  'minioadmin',
  'miniosecret',
  'password',
  'password123',
  'root',
  'rustfsadmin',
  's3rver',
  'seau',
  'seauadmin',
  'secret',
  'secretkey',
  'secret-key',
  'test',
  // Of the examples in AWS's documentation.
  'wjalrxutnfemi/k7mdeng/bpxrficyexamplekey',
])

/** Whether anyone would try this secret first. */
export const isWellKnownSecret = (secret: string): boolean => wellKnownSecrets.has(secret.toLowerCase())
