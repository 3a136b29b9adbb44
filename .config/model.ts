/** Writes the models of the protocols from the schemas of AWS's SDKs; `--check` only says whether they are current. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { writeQueryModels } from './model/query-models.ts'
import { writeS3Model } from './model/s3-model.ts'

const targets = [
  { url: new URL('../src/s3/model/generated.ts', import.meta.url), write: writeS3Model },
  { url: new URL('../src/iam/model/generated.ts', import.meta.url), write: writeQueryModels },
]

const isCheck = process.argv.includes('--check')
for (const { url, write } of targets) {
  const text = await write()
  const current = await readFile(url, 'utf8').catch(() => '')
  if (text === current) continue
  if (!isCheck) await writeFile(url, text)
  else {
    process.stderr.write(`${fileURLToPath(url)} is stale: run \`npm run model\`\n`)
    process.exitCode = 1
  }
}
