import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { uploadQueue } from './upload-queue.ts'
import type { UploadTotals } from './use-uploads.ts'

/** What can be done about all uploads at once. */
export function TrayActions({ totals }: { readonly totals: UploadTotals }) {
  const { t } = useTranslation('browser')
  const canResume = totals.paused + totals.failed > 0
  return (
    <>
      {totals.underWay > 0 && <Action label={t('upload.pauseAll')} onClick={uploadQueue.pauseAll} />}
      {totals.underWay === 0 && canResume && (
        <Action label={t('upload.resumeAll')} onClick={uploadQueue.resumeAll} />
      )}
      {totals.done === totals.count ? (
        <Action label={t('upload.clear')} onClick={uploadQueue.clearDone} />
      ) : (
        <Action label={t('upload.cancelAll')} onClick={uploadQueue.cancelAll} />
      )}
    </>
  )
}

const Action = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <Button size="compact-xs" variant="subtle" onClick={onClick}>
    {label}
  </Button>
)
