#!/usr/bin/env node
// CommonJS on purpose: the loader of ES modules starts libuv's threads, whose number is then fixed. With the usual
// four, a few uploads that sync hold up every query (docs/decisions/001-thread-pool.md).
process.env['UV_THREADPOOL_SIZE'] ??= '24'
void import('./cli/program.ts').then(({ run }) => run(process.argv))
