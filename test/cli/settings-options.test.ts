import { expect } from 'chai'
import { Command } from 'commander'
import { configOf, withSettings } from '../../src/cli/settings-options.ts'
import { flagOf, settingEntries, variableOf } from '../../src/config/settings.ts'

describe('withSettings', () => {
  it('offers every setting in --help, with its variable', () => {
    const help = withSettings(new Command('serve')).helpInformation()
    for (const [name] of settingEntries) expect(help).to.include(flagOf(name)).and.include(variableOf(name))
  })

  it('hands the flags to the configuration', () => {
    const command = withSettings(new Command('serve')).exitOverride()
    command.parse(
      [
        '--port',
        '9100',
        '--sig-v2-presigned',
        'off',
        '--root-access-key',
        'alice',
        '--root-secret-key',
        'xyz',
      ],
      {
        from: 'user',
      },
    )
    expect(configOf(command)).to.deep.include({
      port: 9100,
      sigV2Presigned: false,
      rootKey: { accessKeyId: 'alice', secretAccessKey: 'xyz' },
    })
  })
})
