import { useTranslation } from 'react-i18next'
import { CopyField } from '../../../components/copy-field.tsx'
import { formatCount } from '../../../lib/format.ts'
import { Facts } from '../facts.tsx'
import type { ObjectProps } from '../described-object.ts'

/** By what one can tell that the bytes are the right ones. */
export function IntegrityFacts({ object: { etag, checksum, parts } }: ObjectProps) {
  const { t } = useTranslation('object')
  return (
    <Facts
      title={t('integrity.title')}
      facts={[
        [t('facts.etag'), <CopyField key="etag" value={etag} />],
        [t('integrity.parts'), parts === null ? t('integrity.onePart') : formatCount(parts)],
        ...(checksum
          ? ([
              [t('integrity.algorithm'), `${checksum.algorithm} · ${t(`integrity.${checksum.type}`)}`],
              [t('integrity.checksum'), <CopyField key="checksum" value={checksum.value} />],
            ] as const)
          : ([[t('integrity.checksum'), '—']] as const)),
      ]}
    />
  )
}
