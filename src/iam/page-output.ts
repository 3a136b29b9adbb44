/** How a listing says whether there is more. */
export const pageOutput = ({ marker }: { readonly marker: string | undefined }) => ({
  IsTruncated: marker !== undefined,
  Marker: marker,
})
