// Clients that are Python packages: the rules are Python, next to this file.
import { join, resolve } from 'node:path'
import { cache, venv } from '../process.ts'
import { installed, programSuite } from '../program.ts'
import type { Suite } from '../suite.ts'

/** Apart from boto3's: s3fs asks for a certain version of botocore. */
const dataVenv = join(cache, 'data-venv')

function pythonSuite(
  head: Omit<Suite, 'run'>,
  environment: string,
  module: string,
  env: Readonly<Record<string, string>> = {},
): Suite {
  const python = join(environment, 'bin/python')
  return programSuite({
    ...head,
    command: async () => {
      await installed(python)
      return [python, resolve(import.meta.dirname, module)]
    },
    env: { PYTHONDONTWRITEBYTECODE: '1', ...env },
  })
}

export const s3fs = pythonSuite(
  {
    name: 's3fs',
    client: 's3fs (fsspec)',
    covers:
      'names, parts, blocks and ranges, appending, globs, copies, merging, deletion, exclusive creation, metadata, links',
  },
  dataVenv,
  's3fs_rules.py',
)

export const pyarrow = pythonSuite(
  {
    name: 'pyarrow',
    client: 'pyarrow, S3FileSystem',
    covers: 'the AWS SDK for C++: streams, folders, copies, Parquet, partitioned data sets, CSV, buckets',
  },
  dataVenv,
  'pyarrow_rules.py',
)

export const polars = pythonSuite(
  {
    name: 'polars',
    client: 'Polars',
    covers: 'object_store: scans and sinks of Parquet, CSV, NDJSON and IPC, patterns, partitions',
  },
  dataVenv,
  'polars_rules.py',
)

export const duckdb = pythonSuite(
  {
    name: 'duckdb',
    client: 'DuckDB, httpfs',
    covers: 'its own signer: Parquet, CSV and JSON, uploads in parts, partitions, patterns',
  },
  dataVenv,
  'duckdb_rules.py',
)

export const django = pythonSuite(
  {
    name: 'django',
    client: 'django-storages',
    covers:
      'media, static and private files of a site: names, signed and public links, parts, gzip, hashed names',
  },
  venv,
  'django_rules.py',
)

export const rest = pythonSuite(
  {
    name: 'rest',
    client: 'requests, on the REST API',
    covers:
      'an application’s upload unchanged, lists, deletes, public files, signed links, ranges and conditions, refusals',
  },
  venv,
  'rest_rules.py',
)

export const fileService = pythonSuite(
  {
    name: 'file-service',
    client: 'FastAPI with minio (PyPI)',
    covers:
      'a service that streams, hashes and stores files by the minio client, and the same files from the REST API',
  },
  venv,
  'file_service_rules.py',
)

export const spark = pythonSuite(
  {
    name: 'spark',
    client: 'Spark, s3a',
    covers:
      'partitioned tables, CSV, JSON, folders renamed and deleted, uploads in parts, exclusive creation',
  },
  join(cache, 'spark-venv'),
  'spark_rules.py',
  { CONFORMANCE_JARS: join(cache, 'spark-jars'), SPARK_LOCAL_IP: '127.0.0.1' },
)
