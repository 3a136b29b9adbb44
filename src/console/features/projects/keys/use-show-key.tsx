import { useTranslation } from 'react-i18next'
import { CopyField } from '../../../components/copy-field.tsx'
import { showSecret } from '../../../components/show-secret.tsx'
import { credentialsFile, environmentFile, uploadExample } from './credentials-file.ts'
import type { OutputOf } from '../../../../admin/contract.ts'

/** Shows an access key that was just made, once. */
export function useShowAccessKey() {
  const { t } = useTranslation('projects')
  return (key: OutputOf<'createKey'>) => {
    showSecret({
      title: t('accessKeys.made'),
      fields: [
        { label: t('key.id'), value: key.id },
        { label: t('key.secret'), value: key.secret },
      ],
      file: credentialsFile(key.project, key),
    })
  }
}

/** Shows an API key that was just made, once, and what to do with it. */
export function useShowApiKey() {
  const { t } = useTranslation('projects')
  return ({ project, token }: OutputOf<'createApiKey'>) => {
    showSecret({
      title: t('apiKeys.made'),
      fields: [{ label: t('key.token'), value: token }],
      file: environmentFile(project, token),
      children: <CopyField label={t('apiKeys.example')} value={uploadExample(token)} />,
    })
  }
}
