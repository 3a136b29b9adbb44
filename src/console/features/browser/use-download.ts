import { useTranslation } from 'react-i18next'
import { call } from '../../api/admin.ts'
import { useTellProblem } from '../../components/problem-text.ts'
import { addressOf, nameOf, type Place } from './place.ts'
import { isFolder, type Row } from './row.ts'
import type { ActionOptions } from './action-options.ts'

/** Node.js refuses requests whose head is longer than 16 KiB. */
const longestAddress = 12_000

/** Downloads the selection: one object from S3 itself, several as a ZIP that the server makes, and so what one may only read. */
export function useDownload({ place, access, selected }: ActionOptions): () => void {
  const { t } = useTranslation('browser')
  const tellProblem = useTellProblem()
  return () => {
    const [row] = selected
    if (!row) return
    if (access.canChange && selected.length === 1 && !isFolder(row)) {
      downloadOne(place, row).catch(tellProblem)
      return
    }
    const address = zipAddress(place, selected)
    if (address.length > longestAddress) tellProblem(new Error(t('download.tooMany')))
    else followLink(address)
  }
}

async function downloadOne(place: Place, { key, versionId }: Row): Promise<void> {
  const { url } = await call('presignObject', {
    ...addressOf(place),
    key,
    method: 'GET',
    expiresInSeconds: 3600,
    download: nameOf(key),
    ...(versionId !== undefined && { versionId }),
  })
  followLink(url)
}

function zipAddress({ project, bucket }: Place, rows: readonly Row[]): string {
  const query = new URLSearchParams({ project })
  for (const row of rows) query.append(isFolder(row) ? 'prefix' : 'key', row.key)
  return `/admin/buckets/${encodeURIComponent(bucket)}/zip?${query.toString()}`
}

/** In another tab, which closes itself: uploads of this page are not asked whether to stop. */
function followLink(href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.target = '_blank'
  link.rel = 'noopener'
  link.click()
}
