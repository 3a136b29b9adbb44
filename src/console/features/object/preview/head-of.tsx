import { Stack } from '@mantine/core'
import { IconBinary } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Queried } from '../../../components/queried.tsx'
import { formatBytes } from '../../../lib/format.ts'
import { CutNotice } from './cut-notice.tsx'
import { useHeadText, type HeadText } from './use-head-text.ts'
import type { ObjectProps } from '../described-object.ts'
import type { ReactNode } from 'react'

interface HeadOfProps extends ObjectProps {
  /** How much is read, in bytes. */
  readonly most: number
  readonly children: (head: HeadText) => ReactNode
}

/** Shows the beginning of an object that ought to be text, and says where there is more, or that it is none. */
export function HeadOf({ place, object, most, children }: HeadOfProps) {
  const { t } = useTranslation('object')
  return (
    <Queried query={useHeadText(place, object, most)}>
      {(head) =>
        head.isBinary ? (
          <EmptyState icon={IconBinary} title={t('preview.binary')}>
            {t('preview.binaryHint')}
          </EmptyState>
        ) : (
          <Stack gap="sm">
            {head.isCut && (
              <CutNotice>
                {t('preview.cut', { shown: formatBytes(most), size: formatBytes(object.size) })}
              </CutNotice>
            )}
            {children(head)}
          </Stack>
        )
      }
    </Queried>
  )
}
