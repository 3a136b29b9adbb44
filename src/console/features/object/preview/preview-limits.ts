const MiB = 1024 ** 2

/** What is larger is not loaded whole, in bytes. */
export const imageBytes = 64 * MiB
export const pdfBytes = 128 * MiB

/** How much of the beginning is read, in bytes. */
export const textBytes = MiB / 4
export const csvBytes = MiB
export const jsonBytes = 2 * MiB

export const csvRows = 1000
export const parquetRows = 100
/** Of the compressed row group that the first rows are in. */
export const parquetBytes = 64 * MiB
