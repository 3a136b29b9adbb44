import { Readable } from 'node:stream'
import type Router from '@koa/router'
import type { Context } from 'koa'
import { z } from 'zod'
import { authoriseCall, callProject } from './authorise-call.ts'
import { endpoints } from './contract.ts'
import { callContexts, type ContextOptions } from './call-contexts.ts'
import { parsedInput } from './parsed-input.ts'
import { requestFilters } from './contract/requests.ts'
import type { AdminCalls } from './call-context.ts'
import type { Core } from '../core/create-core.ts'
import type { RequestOutput } from './calls/request-calls.ts'

interface ExportOptions extends ContextOptions {
  readonly core: Pick<Core, 'catalog'>
  readonly calls: Pick<AdminCalls, 'searchRequests'>
}

const exportInput = requestFilters.extend({ format: z.enum(['csv', 'ndjson']) })
const pageSize = 1000

const columns = [
  'at',
  'requestId',
  'keyId',
  'project',
  'operation',
  'bucket',
  'key',
  'method',
  'status',
  'error',
  'bytesIn',
  'bytesOut',
  'milliseconds',
  'address',
] as const satisfies readonly (keyof RequestOutput)[]

const formats = {
  csv: { type: 'text/csv; charset=utf-8', head: `${columns.join(',')}\r\n`, line: csvLine },
  ndjson: {
    type: 'application/x-ndjson',
    head: '',
    line: (request: RequestOutput) => `${JSON.stringify(request)}\n`,
  },
} as const

/** All that a search finds, as a file that is written while it is read. */
export function exportRequests(router: Router, options: ExportOptions): void {
  const { core, calls } = options
  const contextOf = callContexts(options)
  const { access } = endpoints.searchRequests
  router.get('/requests/export', async (ctx: Context) => {
    const context = await contextOf(ctx, access)
    const { format, ...filters } = parsedInput(exportInput, ctx.query)
    authoriseCall(context.actor, access, {
      input: filters,
      projectId: await callProject(core.catalog, access, filters),
    })
    const { type, head, line } = formats[format]
    ctx.type = type
    ctx.attachment(`requests.${format}`)
    ctx.body = Readable.from(lines())

    async function* lines(): AsyncGenerator<string> {
      yield head
      let before: number | undefined
      do {
        const page = await calls.searchRequests({ ...filters, before, limit: pageSize }, context)
        yield page.requests.map(line).join('')
        before = page.next ?? undefined
      } while (before !== undefined)
    }
  })
}

function csvLine(request: RequestOutput): string {
  return `${columns.map((column) => csvValue(request[column] ?? '')).join(',')}\r\n`
}

/** Quoted where it has to be (RFC 4180); what a spreadsheet would take for a formula is told that it is text. */
function csvValue(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
