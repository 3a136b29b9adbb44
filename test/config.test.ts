import { expect } from 'chai'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, ConfigError, loadConfig } from '../src/config.ts'

describe('loadConfig', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seau-config-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  const load = (input: Partial<Parameters<typeof loadConfig>[0]> = {}): Config =>
    loadConfig({ env: {}, folder, ...input })
  const writeFile = (settings: unknown, name = 'seau.json') => {
    writeFileSync(join(folder, name), typeof settings === 'string' ? settings : JSON.stringify(settings))
  }
  const problemsOf = (input: Partial<Parameters<typeof loadConfig>[0]> = {}): readonly string[] => {
    try {
      load(input)
    } catch (error) {
      if (error instanceof ConfigError) return error.problems
      throw error
    }
    return []
  }

  describe('without any setting', () => {
    it('listens on loopback and keeps everything in ./data', () => {
      expect(load()).to.include({
        host: '127.0.0.1',
        port: 9000,
        consolePort: 9001,
        data: join(folder, 'data'),
        databaseFile: join(folder, 'data', 'seau.db'),
        masterKeyFile: join(folder, 'data', 'master.key'),
        rootKey: undefined,
        tls: undefined,
      })
    })

    it('cannot be changed afterwards', () => {
      expect(load()).to.be.frozen
    })
  })

  describe('with several sources', () => {
    it('lets the environment win over the file, and flags over both', () => {
      writeFile({ port: 1000, region: 'file', workers: 2 })
      const config = load({ env: { SEAU_PORT: '2000', SEAU_REGION: 'env' }, flags: { port: '3000' } })
      expect(config).to.include({ port: 3000, region: 'env', workers: 2 })
    })

    it('reads the file that it is told to read instead of seau.json', () => {
      writeFile({ port: 1000 })
      writeFile({ port: 2000 }, 'other.json')
      expect(load({ file: 'other.json' }).port).to.equal(2000)
    })

    it('refuses a weak value that a stronger source would hide', () => {
      expect(problemsOf({ env: { SEAU_PORT: 'none' }, flags: { port: '1' } })).to.have.length(1)
    })

    it('leaves variables of other programs alone', () => {
      expect(load({ env: { PORT: 'x', HOME: '/' } }).port).to.equal(9000)
    })
  })

  describe('reading values', () => {
    it('takes byte sizes with units and as numbers', () => {
      writeFile({ inlineBytes: 4096 })
      const config = load({ env: { SEAU_MAX_OBJECT_BYTES: '5GiB' } })
      expect(config).to.include({ inlineBytes: 4096, maxObjectBytes: 5 * 2 ** 30 })
    })

    it('takes lists separated by commas and as arrays', () => {
      writeFile({ domain: ['a.example', 'b.example'] })
      const config = load({ env: { SEAU_TRUSTED_PROXIES: '10.0.0.0/8, ::1' } })
      expect(config.domain).to.deep.equal(['a.example', 'b.example'])
      expect(config.trustedProxies).to.deep.equal(['10.0.0.0/8', '::1'])
    })

    it('takes empty text as an empty list', () => {
      expect(load({ env: { SEAU_DOMAIN: '' } }).domain).to.deep.equal([])
    })

    for (const [word, value] of [
      ['on', true],
      ['TRUE', true],
      ['1', true],
      ['off', false],
      ['no', false],
    ] as const) {
      it(`reads ${word} as ${String(value)}`, () => {
        expect(load({ env: { SEAU_STRICT_REGION: word } }).strictRegion).to.equal(value)
      })
    }

    for (const url of ['sqlite:///srv/m.db', 'sqlite:/srv/m.db', 'file:///srv/m.db']) {
      it(`finds the database of ${url}`, () => {
        expect(load({ env: { SEAU_DATABASE_URL: url } }).databaseFile).to.equal('/srv/m.db')
      })
    }

    it('starts relative paths at the folder', () => {
      const config = load({ env: { SEAU_DATA: 'd', SEAU_DATABASE_URL: 'sqlite:m.db' } })
      expect(config).to.include({ data: join(folder, 'd'), databaseFile: join(folder, 'm.db') })
    })

    it('joins the two root keys', () => {
      const env = { SEAU_ROOT_ACCESS_KEY: 'minioadmin', SEAU_ROOT_SECRET_KEY: 'minioadmin' }
      expect(load({ env }).rootKey).to.deep.equal({
        accessKeyId: 'minioadmin',
        secretAccessKey: 'minioadmin',
      })
    })
  })

  describe('with bad values', () => {
    for (const [variable, value, allowed] of [
      ['SEAU_PORT', '65536', 'a whole number from 0 to 65535'],
      ['SEAU_PORT', '', 'a whole number from 0 to 65535'],
      ['SEAU_WORKERS', '1.5', 'a whole number from 1 to 256'],
      ['SEAU_HOST', 'two words', 'a host name or an IP address'],
      ['SEAU_INLINE_BYTES', '2MiB', '0 to 1MiB'],
      ['SEAU_MAX_OBJECT_BYTES', '5 parsecs', '1 to 5TiB'],
      ['SEAU_LOG_LEVEL', 'loud', 'fatal, error, warn'],
      ['SEAU_ACCESS_LOG', 'maybe', 'on, off'],
      ['SEAU_DATABASE_URL', 'postgres://db/seau', 'sqlite:PATH or file:PATH'],
      ['SEAU_PUBLIC_URL', 'https://s3.example/?a=b', 'an http or https URL'],
      ['SEAU_TRUSTED_PROXIES', '10.0.0.0/33', 'an IP address or a network'],
      ['SEAU_ROOT_ACCESS_KEY', 'with/slash', '3 to 128 letters'],
    ] as const) {
      it(`names ${variable}, its value ${JSON.stringify(value)} and what is allowed`, () => {
        const [problem] = problemsOf({ env: { [variable]: value } })
        expect(problem).to.include(`${variable} is ${JSON.stringify(value)}; allowed: ${allowed}`)
      })
    }

    it('names all of them at once', () => {
      const problems = problemsOf({ env: { SEAU_PORT: 'x' }, flags: { logLevel: 'y' } })
      expect(problems.map((problem) => problem.split(' ')[0])).to.deep.equal(['SEAU_PORT', '--log-level'])
    })

    it('names unknown variables and unknown keys of the file', () => {
      writeFile({ prot: 9000 })
      const problems = problemsOf({ env: { SEAU_PROT: '9000' } })
      expect(problems[0]).to.match(/^prot is 9000, but no setting; allowed: host, port,/)
      expect(problems[1]).to.match(/^SEAU_PROT is "9000", but no setting; allowed: SEAU_HOST, SEAU_PORT,/)
    })

    it('never shows a secret', () => {
      const env = { SEAU_ROOT_SECRET_KEY: 'hid den', SEAU_ROOTSECRET_KEY: 'hidden' }
      const problems = problemsOf({ env })
      expect(problems).to.have.length(2)
      expect(problems.join())
        .to.include('SEAU_ROOT_SECRET_KEY')
        .and.not.match(/hid ?den/)
    })

    it('refuses a file that is absent, no JSON, or no object', () => {
      expect(problemsOf({ file: 'absent.json' })[0]).to.match(/absent\.json cannot be read/)
      writeFile('{ "port": ')
      expect(problemsOf()[0]).to.match(/seau\.json cannot be read as JSON/)
      writeFile([])
      expect(problemsOf()[0]).to.match(/something else than a JSON object/)
    })
  })

  describe('with settings that contradict each other', () => {
    it('wants other hosts for websites than for buckets', () => {
      const env = { SEAU_DOMAIN: 's3.test,web.test', SEAU_WEBSITE_DOMAIN: 'web.test' }
      expect(problemsOf({ env })).to.deep.equal([
        'websiteDomain is "web.test", as domain is; allowed: different hosts.',
      ])
    })

    it('wants both root keys or neither', () => {
      const [problem] = problemsOf({ env: { SEAU_ROOT_ACCESS_KEY: 'alice' } })
      expect(problem).to.equal('rootAccessKey is set without rootSecretKey; allowed: both or neither.')
    })

    it('wants one source of the master key, and does not show it', () => {
      const env = { SEAU_MASTER_KEY: 'a'.repeat(64), SEAU_MASTER_KEY_COMMAND: 'cat key' }
      expect(problemsOf({ env })).to.deep.equal([
        'masterKey and masterKeyCommand are set; allowed: one of them.',
      ])
      const [problem] = problemsOf({ env: { SEAU_MASTER_KEY: 'too-short' } })
      expect(problem).to.include('SEAU_MASTER_KEY').and.not.include('too-short')
    })

    it('wants certificate and key, and that they can be read', () => {
      expect(problemsOf({ env: { SEAU_TLS_KEY: 'key.pem' } })[0]).to.match(/^tlsKey is set without tlsCert/)
      writeFile('pem', 'cert.pem')
      const [problem, ...others] = problemsOf({ env: { SEAU_TLS_CERT: 'cert.pem', SEAU_TLS_KEY: 'key.pem' } })
      expect(problem).to.match(/^tlsKey is ".*key\.pem", which cannot be read/)
      expect(others).to.deep.equal([])
    })

    for (const host of ['0.0.0.0', '::', '192.168.1.2', 'store.example']) {
      it(`refuses a well-known secret on ${host}`, () => {
        const env = { SEAU_HOST: host, SEAU_ROOT_ACCESS_KEY: 'admin', SEAU_ROOT_SECRET_KEY: 'ChangeMe' }
        const [problem] = problemsOf({ env })
        expect(problem).to.include('rootSecretKey').and.include(host).and.not.include('ChangeMe')
      })
    }

    for (const host of ['localhost', '127.0.0.2', '::1']) {
      it(`allows a well-known secret on ${host}`, () => {
        const env = { SEAU_HOST: host, SEAU_ROOT_ACCESS_KEY: 'admin', SEAU_ROOT_SECRET_KEY: 'changeme' }
        expect(problemsOf({ env })).to.deep.equal([])
      })
    }
  })
})
