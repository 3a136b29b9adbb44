import { createMetadata } from '../../src/metadata/create-metadata.ts'
import { openObjectReads } from '../../src/metadata/object-reads.ts'
import { openObjectWriter } from '../../src/metadata/object-writer.ts'
import { openWriteQueue } from '../../src/metadata/write-queue.ts'
import { createMasterKey, createSealer } from '../../src/lib/seal.ts'
import { describeIamMetadata } from '../contracts/iam-metadata.ts'
import { describeMetadata } from '../contracts/metadata.ts'
import { describeRestMetadata } from '../contracts/rest-metadata.ts'
import { openTemporaryDatabase } from './temporary-database.ts'

const openOnSqlite = (shared: boolean) => async () => {
  const database = await openTemporaryDatabase()
  const writeQueue = await openWriteQueue(database.writer, await openObjectWriter(database.writer))
  return createMetadata({
    database,
    sealer: createSealer(createMasterKey(), 'access keys'),
    reads: await openObjectReads(database.reader),
    writeQueue,
    shared,
  })
}

describeMetadata('SQLite in one process', openOnSqlite(false))
describeMetadata('SQLite shared by processes', openOnSqlite(true))
describeIamMetadata('SQLite', openOnSqlite(false))
describeRestMetadata('SQLite', openOnSqlite(false))
