/** The largest file that is opened, in bytes. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** The largest part that is inflated, in bytes; counted while inflating, whatever the zip's directory claims. */
export const MAX_PART_BYTES = 256 * 1024 * 1024;

/** The most that is inflated from one file, in bytes. */
export const MAX_TOTAL_BYTES = 512 * 1024 * 1024;

/** The most entries one zip may have. */
export const MAX_ENTRIES = 10_000;

/** The most grid cells one workbook may span, empty ones between the used ones included. */
export const MAX_GRID_CELLS = 10_000_000;
