#!/usr/bin/env node
// CommonJS on purpose: loading an ES module starts libuv's threads, whose number is then fixed
// (docs/decisions/001-thread-pool.md).
process.env['UV_THREADPOOL_SIZE'] ??= '24'
void import('./cli/program.ts').then(({ run }) => run(process.argv))
