import { Input } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './json-editor.module.css'
import type { LineProblem } from './json-problem.ts'

interface JsonEditorProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The line that is marked, and what is said of it. */
  readonly problem?: LineProblem | undefined
}

/** A text of JSON with the numbers of its lines. */
export function JsonEditor({ label, value, onChange, problem }: JsonEditorProps) {
  const { t } = useTranslation('settings')
  const count = Math.max(value.split('\n').length, fewestLines)
  const error = problem && t('json.atLine', { line: problem.line, message: problem.message })
  return (
    <Input.Wrapper label={label} error={error} errorProps={{ role: 'alert' }}>
      <div className={classes['frame']} data-wrong={problem ? true : undefined}>
        <pre className={classes['numbers']} aria-hidden>
          {Array.from({ length: count }, (_, n) => (
            <span key={n} className={classes[n + 1 === problem?.line ? 'wrong' : 'right']}>
              {n + 1}
            </span>
          ))}
        </pre>
        <textarea
          className={classes['text']}
          aria-label={label}
          aria-invalid={problem !== undefined}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          rows={count}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
        />
      </div>
    </Input.Wrapper>
  )
}

const fewestLines = 8
