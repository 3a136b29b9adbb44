import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { adminQuery } from '../../../api/queries.ts'
import { templateNames, templateOf, withStatement, type Statement, type TemplateName } from './templates.ts'
import type { BucketPlace } from '../frame/bucket-place.ts'
import type { Draft } from '../frame/use-draft.ts'

interface PolicyTemplatesProps {
  readonly place: BucketPlace
  readonly draft: Draft<Statement>
}

/** Adds a statement that many buckets need. */
export function PolicyTemplates({ place, draft }: PolicyTemplatesProps) {
  const { t } = useTranslation('settings')
  const [name, setName] = useState<TemplateName>('publicRead')
  const [given, setGiven] = useState('')
  const { data: project } = useQuery(adminQuery('getProject', { name: place.project }))
  const { example, isComplete = example === undefined, statement } = templateOf(name)
  const isReady = project !== undefined && draft.value !== undefined && (isComplete || given.trim() !== '')
  const add = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isReady) return
    const facts = { bucket: place.name, account: project.id, given: given.trim() }
    draft.setValue(withStatement(draft.value, statement(facts)))
    setGiven('')
  }
  return (
    <form onSubmit={add}>
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={t('policy.template')}
          value={name}
          onChange={(event) =>
            setName(templateNames.find((each) => each === event.currentTarget.value) ?? 'publicRead')
          }
          data={templateNames.map((value) => ({ value, label: t(`policy.templates.${value}`) }))}
        />
        {example !== undefined && (
          <TextInput
            label={t(`policy.given.${name}`)}
            placeholder={example}
            value={given}
            onChange={(event) => setGiven(event.currentTarget.value)}
          />
        )}
        <Button type="submit" variant="default" disabled={!isReady}>
          {t('policy.addStatement')}
        </Button>
      </Group>
    </form>
  )
}
