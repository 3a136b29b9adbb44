import { expect } from 'chai'
import { familyEntries } from '../../src/config/setting-families.ts'
import { renderSettingsTable } from '../../src/config/settings-table.ts'
import { flagOf, settingEntries, variableOf } from '../../src/config/settings.ts'

describe('the table of settings', () => {
  it('derives variable and flag from the name', () => {
    expect(variableOf('sigV2Presigned')).to.equal('SEAU_SIG_V2_PRESIGNED')
    expect(flagOf('sigV2Presigned')).to.equal('--sig-v2-presigned')
  })

  it('has defaults that its own schemas accept', () => {
    for (const [name, setting] of settingEntries) {
      if (setting.default === undefined) continue
      expect(setting.kind.schema.parse(setting.default), name).to.deep.equal(setting.default)
      expect(setting.kind.schema.parse(setting.kind.show(setting.default)), name).to.deep.equal(
        setting.default,
      )
    }
  })

  it('becomes a Markdown row for every setting and every family of them', () => {
    const [, , ...rows] = renderSettingsTable().trimEnd().split('\n')
    expect(rows).to.have.length(settingEntries.length + familyEntries.length)
    expect(rows).to.include(
      '| `SEAU_CONSOLE_PORT` | `--console-port` | `consolePort` | `9001` | Port of console, admin API, REST, health and metrics; 0 takes any free one. | a whole number from 0 to 65535 |',
    )
  })

  it('shows a default as one would write it', () => {
    const table = renderSettingsTable()
    expect(table).to.match(/SEAU_INLINE_BYTES.*`16KiB`/)
    expect(table).to.match(/SEAU_ACCESS_LOG.*`on`/)
    expect(table).to.match(/SEAU_DATABASE_URL.*`sqlite:DATA\/seau.db`/)
  })
})
