export type PreviewKind =
  'image' | 'video' | 'audio' | 'pdf' | 'text' | 'markdown' | 'csv' | 'json' | 'parquet'

interface Described {
  readonly key: string
  readonly contentType: string | null
}

interface Kind {
  readonly kind: PreviewKind
  readonly types: RegExp
  readonly extensions: RegExp
}

/** The first that fits; what is text in a form of its own stands before text. */
const kinds: readonly Kind[] = [
  { kind: 'parquet', types: /^application\/(vnd\.apache\.parquet|x-parquet)/, extensions: /\.(parquet|pq)$/ },
  { kind: 'pdf', types: /^application\/pdf/, extensions: /\.pdf$/ },
  { kind: 'markdown', types: /^text\/markdown/, extensions: /\.(md|markdown)$/ },
  { kind: 'csv', types: /^text\/(csv|tab-separated-values)/, extensions: /\.(csv|tsv)$/ },
  {
    kind: 'json',
    types: /^application\/(json$|json;|[\w.-]+\+json)/,
    extensions: /\.(json|geojson|webmanifest)$/,
  },
  {
    kind: 'image',
    types: /^image\/(png|jpeg|gif|webp|avif|svg\+xml|bmp|x-icon|vnd\.microsoft\.icon)/,
    extensions: /\.(png|jpe?g|gif|webp|avif|svg|bmp|ico)$/,
  },
  { kind: 'video', types: /^video\/(mp4|webm|ogg|quicktime)/, extensions: /\.(mp4|m4v|webm|ogv|mov)$/ },
  { kind: 'audio', types: /^audio\//, extensions: /\.(mp3|m4a|aac|oga|ogg|opus|wav|flac)$/ },
  {
    kind: 'text',
    types: /^(text\/|application\/(xml|yaml|x-yaml|toml|javascript|x-sh|sql|x-ndjson))/,
    extensions:
      /\.(txt|log|ya?ml|toml|ini|conf|env|xml|html?|css|[cm]?[jt]sx?|py|rb|go|rs|java|kt|c|h|cc|cpp|hpp|cs|php|sh|bash|sql|jsonl|ndjson|tex|rst|diff|patch|lock|csproj|gradle|dockerfile|makefile)$|(^|\/)(dockerfile|makefile|license|readme)$/,
  },
]

/** Types that programs give to what they do not know. */
const saysNothing = /^(application|binary)\/octet-stream|^text\/plain/

/** How an object can be shown: by its type, or by its name where the type says nothing. Undefined: not at all. */
export function previewKind({ key, contentType }: Described): PreviewKind | undefined {
  const type = contentType?.toLowerCase() ?? ''
  const name = key.toLowerCase()
  const byName = kinds.find(({ extensions }) => extensions.test(name))?.kind
  const byType = kinds.find(({ types }) => types.test(type))?.kind
  if (type === '' || saysNothing.test(type)) return byName ?? byType
  return byType
}
