import { call } from '../../api/admin.ts'

export interface UploadAddress {
  readonly project: string
  readonly name: string
  readonly key: string
  readonly uploadId: string
}

/** Signed together: few enough to be used before they are too old. */
const batch = 16

/** The URLs of parts, signed some at a time when the first of them is needed. */
export function signedParts(address: UploadAddress, partNumbers: readonly number[]) {
  const urls = new Map<number, Promise<string>>()

  const sign = (wanted: readonly number[]): void => {
    const signing = call('signParts', { ...address, partNumbers: [...wanted] })
    for (const partNumber of wanted) {
      const url = signing.then((answer) => urlOf(answer.urls, partNumber))
      // Whoever needs it hears of it.
      url.catch(() => urls.delete(partNumber))
      urls.set(partNumber, url)
    }
  }

  return {
    get(partNumber: number): Promise<string> {
      const known = urls.get(partNumber)
      if (known) return known
      const from = partNumbers.indexOf(partNumber)
      sign(partNumbers.slice(from, from + batch).filter((each) => !urls.has(each)))
      return urls.get(partNumber) ?? Promise.reject(new Error('The part is not one of the upload.'))
    },
    forget: (partNumber: number): boolean => urls.delete(partNumber),
  }
}

function urlOf(urls: readonly { partNumber: number; url: string }[], partNumber: number): string {
  const found = urls.find((each) => each.partNumber === partNumber)
  if (!found) throw new Error('The server has not signed the part.')
  return found.url
}
