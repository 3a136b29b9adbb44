import { familyEntries, familyVariableOf } from './setting-families.ts'
import { type AnySetting, flagOf, settingEntries, variableOf } from './settings.ts'

/** The README's table of settings, in Markdown: a row for each, with variable, flag, key in the file, default, meaning and what is allowed. */
export function renderSettingsTable(): string {
  const rows = settingEntries.map(([name, setting]) => [
    code(variableOf(name)),
    code(flagOf(name)),
    code(name),
    code(shownDefault(setting)),
    setting.description,
    setting.kind.allowed,
  ])
  const families = familyEntries.map(([family, { description, kind }]) => [
    code(familyVariableOf(family)),
    '',
    code(family),
    '',
    description,
    kind.allowed,
  ])
  const header = ['environment', 'flag', 'file', 'default', 'meaning', 'allowed']
  const lines = [header, header.map(() => '---'), ...rows, ...families]
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

const code = (text: string): string => text && `\`${text}\``

/** The default as one would write it, empty when there is none. */
export function shownDefault({ default: value, shownDefault: shown, kind }: AnySetting): string {
  return shown ?? (value === undefined ? '' : kind.show(value))
}
