import { Button, Divider, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { adminQuery, useAdminChange } from '../../api/queries.ts'
import { mayChange, useSession } from '../../api/session.ts'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { Queried } from '../../components/queried.tsx'
import { StepBody } from './step-body.tsx'

interface ProjectStepProps {
  readonly onDone: (project: string) => void
}

/** An existing project, or a new one for those who may make one. */
export function ProjectStep({ onDone }: ProjectStepProps) {
  const { t } = useTranslation('dashboard')
  const session = useSession()
  const query = useQuery(adminQuery('listProjects'))
  const isOperator = mayChange(session)
  return (
    <StepBody title={t('setup.project.title')} text={t('setup.project.text')}>
      <Queried query={query}>
        {({ projects }) => {
          const names = projects
            .filter(({ name, state }) => state === 'active' && mayChange(session, name))
            .map(({ name }) => name)
          if (names.length === 0 && !isOperator) return <Text>{t('setup.project.none')}</Text>
          return (
            <Stack maw={480}>
              {names.length > 0 && <ExistingProject names={names} onDone={onDone} />}
              {names.length > 0 && isOperator && <Divider label={t('setup.project.or')} />}
              {isOperator && <NewProject isFirst={names.length === 0} onDone={onDone} />}
            </Stack>
          )
        }}
      </Queried>
    </StepBody>
  )
}

type ExistingProjectProps = ProjectStepProps & { readonly names: readonly string[] }

function ExistingProject({ names, onDone }: ExistingProjectProps) {
  const { t } = useTranslation('dashboard')
  const [name, setName] = useState(names[0] ?? '')
  return (
    <>
      <Select
        label={t('setup.project.existing')}
        data={names}
        value={name}
        onChange={(chosen) => {
          if (chosen !== null) setName(chosen)
        }}
        allowDeselect={false}
        searchable
      />
      <Group>
        <Button
          onClick={() => {
            onDone(name)
          }}
        >
          {t('setup.project.use', { project: name })}
        </Button>
      </Group>
    </>
  )
}

type NewProjectProps = ProjectStepProps & { readonly isFirst: boolean }

function NewProject({ isFirst, onDone }: NewProjectProps) {
  const { t } = useTranslation('dashboard')
  const [name, setName] = useState('')
  const create = useAdminChange('createProject', ['listProjects'])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    create.mutate(
      { name: name.trim() },
      {
        onSuccess: (project) => {
          onDone(project.name)
        },
      },
    )
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('setup.project.name')}
          description={t('setup.project.nameHint')}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value)
          }}
          autoComplete="off"
        />
        {create.error && <ProblemNotice error={create.error} />}
        <Group>
          <Button
            type="submit"
            variant={isFirst ? 'filled' : 'default'}
            disabled={name.trim() === ''}
            loading={create.isPending}
          >
            {t('setup.project.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
