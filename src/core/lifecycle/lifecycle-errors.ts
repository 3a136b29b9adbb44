import { S3Error } from '../errors.ts'

export const invalidArgument = (message: string): S3Error => new S3Error('InvalidArgument', { message })
export const invalidRequest = (message: string): S3Error => new S3Error('InvalidRequest', { message })
