/** The bucket whose settings are shown, and whether the visitor may change them. */
export interface BucketPlace {
  readonly name: string
  readonly project: string
  readonly isEditable: boolean
}

/** As most calls take it. */
export const bucketOf = ({ name, project }: BucketPlace) => ({ name, project })

export interface PanelProps {
  readonly place: BucketPlace
}
