import { Paper, Stepper } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'
import { BucketStep } from './bucket-step.tsx'
import { KeyStep } from './key-step.tsx'
import { ProjectStep } from './project-step.tsx'
import { ToolsStep } from './tools-step.tsx'
import { UploadStep } from './upload-step.tsx'
import type { OutputOf } from '../../../admin/contract.ts'

const steps = ['project', 'bucket', 'upload', 'key', 'tools'] as const

/** From nothing to a bucket that one's tools use. */
export function SetupPage() {
  const { t } = useTranslation('dashboard')
  const [step, setStep] = useState(0)
  const [project, setProject] = useState<string>()
  const [bucket, setBucket] = useState<OutputOf<'createBucket'>>()
  const [key, setKey] = useState<OutputOf<'createKey'>>()
  const next = () => {
    setStep(step + 1)
  }
  const pick = (name: string) => {
    setProject(name)
    next()
  }
  const keep = (made: OutputOf<'createBucket'>) => {
    setBucket(made)
    next()
  }
  return (
    <Page title={t('setup.title')} hint={t('setup.hint')}>
      <Stepper active={step} size="sm" maw={860} iconSize={32}>
        {steps.map((name) => (
          <Stepper.Step key={name} label={t(`setup.steps.${name}`)} />
        ))}
      </Stepper>
      <Paper withBorder radius="md" p={{ base: 'sm', sm: 'lg' }} maw={860}>
        {step === 0 && <ProjectStep onDone={pick} />}
        {step === 1 && project !== undefined && <BucketStep project={project} onDone={keep} />}
        {step === 2 && bucket && <UploadStep bucket={bucket} onDone={next} />}
        {step === 3 && bucket && <KeyStep bucket={bucket} made={key} onMade={setKey} onDone={next} />}
        {step === 4 && bucket && <ToolsStep bucket={bucket} accessKey={key} />}
      </Paper>
    </Page>
  )
}
