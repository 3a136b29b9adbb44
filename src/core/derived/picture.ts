/** Larger pictures are not read: a decoder holds all of one in memory. */
export const mostImageBytes = 64 * 2 ** 20

/** Whether a media type is one of pictures that others can be made of. */
export const isPicture = (type: string | undefined): boolean =>
  /^image\/(?:jpeg|png|webp|avif|gif|tiff)$/.test(type ?? '')
