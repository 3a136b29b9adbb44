import { useTellProblem } from '../../components/problem-text.ts'
import { askCollision } from './ask-collision.tsx'
import { planUploads } from './plan-uploads.ts'
import { uploadQueue } from './upload-queue.ts'
import type { ChosenFile } from './dropped-files.ts'
import type { UploadPlace } from './upload.ts'

/** Sends files to a folder of a bucket, after asking about names that are taken. */
export function useUploadFiles(place: UploadPlace, prefix: string) {
  const tellProblem = useTellProblem()
  return (chosen: readonly ChosenFile[] | Promise<readonly ChosenFile[]>): void => {
    Promise.resolve(chosen)
      .then((files) => planUploads(files, { place, prefix, onCollision: askCollision }))
      .then((planned) => {
        uploadQueue.add(place, planned)
      })
      .catch(tellProblem)
  }
}
