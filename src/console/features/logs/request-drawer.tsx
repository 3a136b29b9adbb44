import { Drawer, Stack, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatMilliseconds, formatSecond } from '../../lib/format.ts'
import { ErrorMeaning } from './error-meaning.tsx'
import { WhyDenied } from './why-denied.tsx'
import type { LoggedRequest } from './request-queries.ts'

interface RequestDrawerProps {
  readonly request: LoggedRequest | undefined
  readonly onClose: () => void
}

/** All that is known of a request, and where it failed, why and what to do. */
export function RequestDrawer({ request, onClose }: RequestDrawerProps) {
  const { t } = useTranslation('activity')
  return (
    <Drawer
      opened={request !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={request && `${request.operation} · ${String(request.status)}`}
      closeButtonProps={{ 'aria-label': t('actions.close', { ns: 'common' }) }}
    >
      {request && (
        <Stack>
          {request.error !== null && <ErrorMeaning code={request.error} status={request.status} />}
          {request.error === 'AccessDenied' && request.project !== null && (
            <WhyDenied key={request.id} project={request.project} requestId={request.requestId} />
          )}
          <Facts request={request} />
        </Stack>
      )}
    </Drawer>
  )
}

function Facts({ request }: { readonly request: LoggedRequest }) {
  const { t } = useTranslation('activity')
  const facts = {
    time: formatSecond(request.at),
    requestId: request.requestId,
    method: request.method,
    status: request.status,
    error: request.error,
    project: request.project,
    bucket: request.bucket,
    key: request.key,
    keyId: request.keyId ?? t('logs.anonymous'),
    address: request.address,
    bytesIn: formatBytes(request.bytesIn),
    bytesOut: formatBytes(request.bytesOut),
    duration: formatMilliseconds(request.milliseconds),
  }
  return (
    <Table variant="vertical" layout="fixed" fz="sm" aria-label={t('logs.facts')}>
      <Table.Tbody>
        {Object.entries(facts)
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th w={130} scope="row">
                {t(`logs.fact.${name}`)}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  )
}
