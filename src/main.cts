#!/usr/bin/env node
// CommonJS on purpose: loading an ES module starts libuv's threads, whose number is then fixed
// (docs/decisions/001-thread-pool.md).
process.env['UV_THREADPOOL_SIZE'] ??= '24'
// Loading leaves the young generation 16 MiB larger than an idle server needs; see lib/heap-growth.ts.
process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1')
void import('./cli/program.ts').then(({ run }) => run(process.argv))
