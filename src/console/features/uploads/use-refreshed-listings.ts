import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refreshListings } from '../browser/refresh-listings.ts'
import { isUnderWay, type Upload } from './upload.ts'

/** Has the listings read again when the last of some uploads has ended. */
export function useRefreshedListings(uploads: readonly Upload[]): void {
  const client = useQueryClient()
  const done = uploads.filter(({ state }) => state === 'done').length
  const isBusy = uploads.some(isUnderWay)
  useEffect(() => {
    if (done > 0 && !isBusy) void refreshListings(client)
  }, [client, done, isBusy])
}
