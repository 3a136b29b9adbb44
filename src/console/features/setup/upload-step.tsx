import { Alert, Anchor, Button, FileInput, Group, Stack } from '@mantine/core'
import { IconCheck, IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { NotSent, sendFile } from './send-file.ts'
import { StepBody } from './step-body.tsx'
import type { OutputOf } from '../../../admin/contract.ts'

interface UploadStepProps {
  readonly bucket: OutputOf<'createBucket'>
  readonly onDone: () => void
}

const sampleFile = () => new File(['Hello from Seau.\n'], 'hello.txt', { type: 'text/plain' })

/** A first object, chosen or made up. */
export function UploadStep({ bucket: { name: bucket, project }, onDone }: UploadStepProps) {
  const { t } = useTranslation('dashboard')
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const send = useMutation({
    mutationFn: (each: File) => sendFile({ project, bucket }, each),
    onSuccess: () => client.invalidateQueries(),
  })
  const isSent = send.isSuccess
  return (
    <StepBody title={t('setup.upload.title')} text={t('setup.upload.text')}>
      <Stack maw={480}>
        <FileInput
          label={t('setup.upload.file')}
          placeholder={t('setup.upload.choose')}
          leftSection={<IconUpload size={16} aria-hidden />}
          value={file}
          onChange={setFile}
          disabled={isSent}
        />
        {!isSent && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="left"
            onClick={() => {
              send.mutate(sampleFile())
            }}
          >
            {t('setup.upload.sample')}
          </Anchor>
        )}
        {isSent && (
          <Alert color="green" icon={<IconCheck />} role="status">
            {t('setup.upload.sent', { key: send.variables.name, bucket })}
          </Alert>
        )}
        {send.error && <UploadProblem error={send.error} />}
        <Group>
          {isSent ? (
            <Button onClick={onDone}>{t('setup.next')}</Button>
          ) : (
            <Button
              disabled={!file}
              loading={send.isPending}
              onClick={() => {
                if (file) send.mutate(file)
              }}
            >
              {t('setup.upload.send')}
            </Button>
          )}
          {!isSent && (
            <Button variant="default" onClick={onDone}>
              {t('setup.skip')}
            </Button>
          )}
        </Group>
      </Stack>
    </StepBody>
  )
}

function UploadProblem({ error }: { readonly error: Error }) {
  const { t } = useTranslation('dashboard')
  if (!(error instanceof NotSent)) return <ProblemNotice error={error} />
  const { status, origin } = error
  const text =
    status === undefined
      ? t('setup.upload.unreachable', { url: origin })
      : t('setup.upload.failed', { status })
  return (
    <Alert color="red" role="alert">
      {text}
    </Alert>
  )
}
