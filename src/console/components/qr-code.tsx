import { Paper } from '@mantine/core'
import { QRCodeSVG } from 'qrcode.react'

interface QrCodeProps {
  readonly value: string
  /** For those who do not see it. */
  readonly label: string
}

/** Black on white in the dark, too: not all cameras read it the other way round. */
export const QrCode = ({ value, label }: QrCodeProps) => (
  <Paper bg="white" p="sm" radius="md" w="fit-content">
    <QRCodeSVG value={value} size={200} title={label} role="img" />
  </Paper>
)
