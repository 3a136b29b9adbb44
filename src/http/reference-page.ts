import { version } from '../lib/version.ts'
import type { Context } from 'koa'

/** Nothing on the page runs or loads anything. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export interface Reference {
  readonly title: string
  /** What there is to know before the calls. */
  readonly notes: readonly string[]
  readonly calls: readonly ReferenceCall[]
}

interface ReferenceCall {
  readonly name: string
  /** Method and path. */
  readonly line: string
  /** For whom it is. */
  readonly audience: string
  readonly summary: string
  readonly operation: {
    readonly parameters: readonly unknown[]
    readonly requestBody?: unknown
    readonly responses: unknown
  }
}

/** Answers with an OpenAPI document to be read by people, in one page without scripts. */
export function sendReference(ctx: Context, reference: Reference): void {
  ctx.set('Content-Security-Policy', policy)
  ctx.set('X-Content-Type-Options', 'nosniff')
  ctx.type = 'html'
  ctx.body = page(reference)
}

const page = ({ title, notes, calls }: Reference) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body>
<h1>${escaped(title)}</h1>
<p>Version ${escaped(version)}. The same as a document for programs: <a href="openapi.json">openapi.json</a>.</p>
${notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
${calls.map(section).join('\n')}
</body></html>`

const style =
  ':root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'code,pre{font-family:ui-monospace,monospace;font-size:.9em}pre{overflow:auto;padding:.75rem;border:1px solid #8884}h2{margin-top:2.5rem}'

function section({ name, line, audience, summary, operation }: ReferenceCall): string {
  const { parameters, requestBody, responses } = operation
  return `<section id="${name}"><h2>${escaped(name)}</h2>
<p><code>${escaped(line)}</code> · for ${escaped(audience)}</p>
<p>${escaped(summary)}</p>${shown('Parameters', parameters)}${shown('Body', requestBody)}${shown('Answer', responses)}</section>`
}

const shown = (title: string, part: unknown): string =>
  part === undefined || (Array.isArray(part) && part.length === 0)
    ? ''
    : `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(part, undefined, 2))}</pre></details>`

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
