/** Other names of media types. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['application/x-gzip', 'application/gzip'],
  ['application/x-pdf', 'application/pdf'],
  ['application/x-zip-compressed', 'application/zip'],
  ['audio/mp3', 'audio/mpeg'],
  ['image/jpg', 'image/jpeg'],
  ['image/pjpeg', 'image/jpeg'],
  ['image/x-png', 'image/png'],
  ['text/xml', 'application/xml'],
])

/** Types that say nothing. */
const generic = new Set(['', 'application/octet-stream', 'binary/octet-stream'])

/** A media type without its parameters, in lower case and under its usual name; undefined when it says nothing. */
export function knownType(contentType: string | undefined): string | undefined {
  const [bare = ''] = (contentType ?? '').split(';', 1)
  const type = bare.trim().toLowerCase()
  return generic.has(type) ? undefined : (aliases.get(type) ?? type)
}

/** Whether a type is one that a pattern such as `image/*` means. */
export const matchesType = (pattern: string, type: string): boolean =>
  pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : (knownType(pattern) ?? pattern) === type

/** What the first bytes of a file show is often only what it is packed in. */
const wrappings: readonly (readonly [shown: RegExp, claimed: RegExp])[] = [
  [
    /^application\/zip$/,
    /zip|openxmlformats|opendocument|java-archive|android\.package|epub|macroenabled|xpinstall|vnd\.(ms-xps|sketch)/,
  ],
  [/^application\/x-cfb$/, /msword|vnd\.(ms-|visio)|x-msi|ms-outlook/],
  [/^application\/xml$/, /[/+]xml$/],
  [/^image\/(?:svg\+xml|tiff)$/, /^image\/|[/+]xml$/],
  [
    /^(?:video|audio)\/(?:mp4|quicktime|x-m4[av]|3gpp2?)$/,
    /^(?:video|audio)\/(?:mp4|quicktime|x-m4[av]|3gpp2?)$/,
  ],
  [/^(?:video|audio|application)\/ogg/, /^(?:video|audio|application)\/(?:ogg|opus)/],
  [/^video\/(?:webm|x?-?matroska)$/, /^(?:video|audio)\/(?:webm|x?-?matroska)$/],
  [/^(?:audio\/(?:wav|vnd\.wave|x-wav))$/, /^audio\/(?:wav|wave|vnd\.wave|x-wav)$/],
  [/^application\/x-ms(?:download|dos-program)$/, /^application\/x-ms(?:download|dos-program)$/],
]

/** Whether a file whose bytes show one type may be called another. */
export const mayBeCalled = (shown: string, claimed: string): boolean =>
  shown === claimed || wrappings.some(([inside, names]) => inside.test(shown) && names.test(claimed))

/** Whether the bytes of every file of a type show it. */
export const showsItself = (type: string): boolean =>
  /^(?:image\/(?:jpeg|png|gif|webp|avif|tiff)|application\/(?:pdf|zip|gzip)|video\/(?:mp4|webm))$/.test(type)
