export const megabyte = 1024 * 1024

/** What one request may send, at most, unless its feature says otherwise. */
export const bodyLimits = { bytes: megabyte, fields: 1_000, files: 10 } as const
