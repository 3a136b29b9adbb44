// The arrows of the rooms. A room may import itself, the rooms named in its row, and packages that are its own.
const roots = {
  cli: '^src/(main\\.cts$|cli/)',
  compose: '^src/compose(\\.ts$|/)',
  config: '^src/config(\\.ts$|/)',
  contract: '^src/admin/contract(\\.ts$|/)',
  'master-key': '^src/master-key\\.ts$',
  'data-folder': '^src/data-folder\\.ts$',
  operations: '^src/s3/operations\\.ts$',
}
const rootOf = (room) => roots[room] ?? `^src/${room}/`

const rooms = {
  cli: ['config', 'compose', 'cluster', 'contract', 'operations', 'lib'],
  config: ['lib'],
  lib: [],
  core: ['lib'],
  metadata: ['core', 'lib'],
  blobs: ['core', 'lib'],
  protocol: ['core', 'lib'],
  'data-folder': ['metadata', 'lib'],
  'master-key': ['lib'],
  http: ['lib'],
  cluster: ['lib'],
  s3: ['http', 'protocol', 'core', 'lib'],
  iam: ['http', 'protocol', 'core', 'lib'],
  website: ['s3', 'http', 'protocol', 'core', 'lib'],
  rest: ['http', 'operations', 'images', 'core', 'lib'],
  admin: ['http', 'operations', 'core', 'lib'],
  jobs: ['core', 'lib'],
  targets: ['core', 'lib'],
  oidc: ['core', 'lib'],
  images: ['core', 'lib'],
  console: ['contract'],
}

// The composition root may use them all.
const packages = {
  '@aws-sdk/client-(iam|sts)': ['iam', 'admin'],
  '@aws-sdk/client-s3': ['s3', 'admin'],
  '@aws-sdk/client-s(ns|qs)': ['targets'],
  '@fastify/busboy': ['s3', 'iam', 'rest', 'admin'],
  '@koa/router': ['rest', 'admin'],
  '@mantine/[^/]+': ['console'],
  '@node-rs/argon2': ['lib'],
  '@node-rs/crc32': ['lib'],
  '@simplewebauthn/server': ['admin'],
  '@tanstack/[^/]+': ['console'],
  '@tus/(server|utils)': ['rest'],
  '@nats-io/transport-node': ['targets'],
  amqplib: ['targets'],
  aws4: ['blobs', 'targets'],
  commander: ['cli'],
  'file-type': ['lib'],
  'fast-xml-parser': ['protocol'],
  'hash-wasm': ['lib'],
  'ipaddr\\.js': ['lib'],
  jose: ['oidc'],
  kafkajs: ['targets'],
  knex: ['metadata'],
  'openid-client': ['oidc'],
  otpauth: ['lib'],
  koa: ['http', 's3', 'iam', 'rest', 'admin', 'website'],
  mime: ['lib'],
  pg: ['metadata'],
  pino: ['lib'],
  'prom-client': ['lib'],
  'rate-limiter-flexible': ['lib'],
  'react(-dom|-i18next|-markdown)?': ['console'],
  '@simplewebauthn/browser': ['console'],
  '@tabler/icons-react': ['console'],
  hyparquet: ['console'],
  i18next: ['console'],
  papaparse: ['console'],
  'qrcode\\.react': ['console'],
  recharts: ['console'],
  sirv: ['http'],
  vite: ['console'],
  yazl: ['admin'],
  redis: ['targets'],
  sharp: ['images'],
  sqlite3: ['metadata'],
  zod: ['config', 'admin', 'rest', 'http'],
}

// Files belong to blobs/; lib/ may wrap them, and configuration and master key are files themselves.
const builtins = { 'fs(/promises)?': ['blobs', 'config', 'data-folder', 'lib', 'master-key'] }

// Types have folders of their own in node_modules/@types.
const packagePath = (name) => `(^|/)node_modules/(@types/)?${name}/`
const outside = (allowed) => ({
  path: '^src/',
  pathNot: ['compose', ...allowed].map(rootOf),
})

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `room-${room}`,
  comment: `${room} may import ${['itself', ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: rootOf(room) },
  to: { path: '^src/', pathNot: [room, ...allowed].map(rootOf) },
}))

const packageRules = Object.entries(packages).map(([name, owners]) => ({
  name: `package-${name.replace(/[^\w@/-]/g, '')}`,
  comment: `Only ${owners.join(', ')} may use it.`,
  severity: 'error',
  from: outside(owners),
  to: { path: packagePath(name) },
}))

const builtinRules = Object.entries(builtins).map(([name, owners]) => ({
  name: `builtin-${name.replace(/\W.*/, '')}`,
  comment: `Only ${owners.join(', ')} may use it.`,
  severity: 'error',
  from: outside(owners),
  to: { path: `^(node:)?${name}$`, dependencyTypes: ['core'] },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    ...packageRules,
    ...builtinRules,
    {
      name: 'package-without-a-room',
      comment: 'Say in the table above which room the package belongs to.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: 'node_modules/',
        pathNot: [packagePath('node'), ...Object.keys(packages).map(packagePath)],
      },
    },
    {
      name: 'room-without-a-row',
      comment: 'Say in the table above what the new room may import.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['compose', ...Object.keys(rooms)].map(rootOf) },
      to: {},
    },
    {
      name: 'console-reads-only-types',
      severity: 'error',
      from: { path: rootOf('console') },
      to: { path: rootOf('contract'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sdk-gives-only-types',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: packagePath('@aws-sdk/client-(iam|s3|sts)'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-knows-no-http',
      severity: 'error',
      from: { path: rootOf('core') },
      to: { path: '^(node:)?(http|https|http2)$', dependencyTypes: ['core'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.cts', '.tsx', '.js', '.d.ts'],
    },
  },
}
