import { Center, Loader } from '@mantine/core'
import { IconFile, IconFileUnknown, IconLock } from '@tabler/icons-react'
import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react'
import { useTranslation } from 'react-i18next'
import { mayChange, useSession } from '../../../api/session.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { imageBytes, pdfBytes } from './preview-limits.ts'
import { previewKind, type PreviewKind } from './preview-kind.ts'
import { TooLarge } from './too-large.tsx'
import type { DescribedObject, ObjectProps } from '../described-object.ts'

type Preview = LazyExoticComponent<ComponentType<ObjectProps>>

/** Each is loaded when something of its kind is looked at. */
const previews: Readonly<Record<PreviewKind, Preview>> = {
  image: lazy(async () => ({ default: (await import('./image-preview.tsx')).ImagePreview })),
  video: lazy(async () => ({ default: (await import('./media-preview.tsx')).VideoPreview })),
  audio: lazy(async () => ({ default: (await import('./media-preview.tsx')).AudioPreview })),
  pdf: lazy(async () => ({ default: (await import('./pdf-preview.tsx')).PdfPreview })),
  text: lazy(async () => ({ default: (await import('./text-preview.tsx')).TextPreview })),
  markdown: lazy(async () => ({ default: (await import('./markdown-preview.tsx')).MarkdownPreview })),
  csv: lazy(async () => ({ default: (await import('./csv-preview.tsx')).CsvPreview })),
  json: lazy(async () => ({ default: (await import('./json-preview.tsx')).JsonPreview })),
  parquet: lazy(async () => ({ default: (await import('./parquet-preview.tsx')).ParquetPreview })),
}

/** Those that are only shown whole. */
const mostBytes: Partial<Readonly<Record<PreviewKind, number>>> = { image: imageBytes, pdf: pdfBytes }

/** The object as it looks, as far as a browser can show it; its bytes come from the S3 port. */
export function PreviewTab({ place, object }: ObjectProps) {
  const { t } = useTranslation('object')
  const isReader = mayChange(useSession(), place.project)
  const kind = previewKind(object)
  const obstacle = isReader ? obstacleTo(object) : 'forbidden'
  if (obstacle !== undefined || kind === undefined)
    return (
      <EmptyState icon={pictures[obstacle ?? 'unknown']} title={t(`preview.${obstacle ?? 'unknown'}`)}>
        {t(`preview.${obstacle ?? 'unknown'}Hint`, { type: object.contentType ?? t('facts.noType') })}
      </EmptyState>
    )
  const most = mostBytes[kind]
  if (most !== undefined && object.size > most) return <TooLarge size={object.size} most={most} />
  const Preview = previews[kind]
  return (
    <Suspense fallback={<Loading />}>
      <Preview place={place} object={object} />
    </Suspense>
  )
}

const pictures = {
  forbidden: IconLock,
  customerKey: IconLock,
  empty: IconFile,
  unknown: IconFileUnknown,
} as const

function obstacleTo({ encryption, size }: DescribedObject): 'customerKey' | 'empty' | undefined {
  if (encryption?.algorithm === 'customer') return 'customerKey'
  return size === 0 ? 'empty' : undefined
}

const Loading = () => (
  <Center p="xl">
    <Loader />
  </Center>
)
