import { useTranslation } from 'react-i18next'
import { Panel } from '../../components/panel.tsx'
import { IamLink } from './iam-link.tsx'
import { nameInArn } from './policy-arn.ts'
import { useIamPlace } from './use-iam-place.ts'

/** The policy that bounds what all others allow, where there is one. */
export function PermissionsBoundary({ arn }: { readonly arn: string | undefined }) {
  const { t } = useTranslation('iam')
  const { project } = useIamPlace()
  if (arn === undefined) return undefined
  return (
    <Panel title={t('boundary.title')} hint={t('boundary.hint')}>
      <IamLink project={project} tab="policies" name={arn}>
        {nameInArn(arn)}
      </IamLink>
    </Panel>
  )
}
