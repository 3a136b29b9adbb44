import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatAgo } from '../../lib/format.ts'
import { iamQuery } from './iam-api.ts'
import { useIamPlace } from './use-iam-place.ts'

/** When a key last signed something, and where. */
export function KeyLastUsed({ id }: { readonly id: string }) {
  const { t } = useTranslation('iam')
  const { project } = useIamPlace()
  const { data } = useQuery(iamQuery(project, 'GetAccessKeyLastUsed', { AccessKeyId: id }))
  if (!data) return undefined
  const used = data.AccessKeyLastUsed?.LastUsedDate
  return used === undefined ? t('never', { ns: 'common' }) : formatAgo(used)
}
