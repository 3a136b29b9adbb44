import { Box, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../../components/copy-field.tsx'
import { formatAgo, formatMoment } from '../../../lib/format.ts'

const QrCode = lazy(async () => ({ default: (await import('qrcode.react')).QRCodeSVG }))

interface MadeLinkProps {
  readonly url: string
  readonly expiresAt: string
}

const pixels = 200

/** A link to copy, or to photograph. */
export function MadeLink({ url, expiresAt }: MadeLinkProps) {
  const { t } = useTranslation('object')
  return (
    <Paper withBorder p="md" role="status">
      <Stack gap="sm">
        <CopyField label={t('share.link')} value={url} />
        <Text size="sm" c="dimmed">
          {t('share.expires', { when: formatMoment(expiresAt), ago: formatAgo(expiresAt) })}
        </Text>
        <Box p={12} bg="white" style={{ alignSelf: 'flex-start', borderRadius: 4 }}>
          <Suspense fallback={<Skeleton w={pixels} h={pixels} />}>
            <QrCode value={url} size={pixels} level="L" title={t('share.qr')} role="img" />
          </Suspense>
        </Box>
      </Stack>
    </Paper>
  )
}
