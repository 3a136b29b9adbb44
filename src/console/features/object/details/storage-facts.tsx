import { useTranslation } from 'react-i18next'
import { formatBytes, formatCount, formatMoment } from '../../../lib/format.ts'
import { Facts } from '../facts.tsx'
import type { ObjectProps } from '../described-object.ts'

/** As the catalogue names them. */
const forms = { AES256: 'AES256', 'aws:kms': 'kms', customer: 'customer' } as const

export function StorageFacts({ object }: ObjectProps) {
  const { t } = useTranslation('object')
  const { size, encryption, replicationStatus, restoredUntil, versionId } = object
  const bytes = t('facts.bytes', { count: size, bytes: formatCount(size) })
  return (
    <Facts
      title={t('facts.storage')}
      facts={[
        [t('facts.size'), `${formatBytes(size)} (${bytes})`],
        [t('facts.modified'), formatMoment(object.lastModified)],
        [t('facts.storageClass'), object.storageClass],
        ...(restoredUntil === null ? [] : [[t('facts.restoredUntil'), formatMoment(restoredUntil)] as const]),
        [t('facts.versionId'), versionId ?? t('facts.unversioned')],
        [t('facts.encryption'), t(`encryption.${encryption ? forms[encryption.algorithm] : 'none'}`)],
        ...(encryption?.keyArn ? [[t('facts.keyArn'), encryption.keyArn] as const] : []),
        [t('facts.replication'), t(`replication.${replicationStatus ?? 'none'}`)],
      ]}
    />
  )
}
