/** People on a page of one kind of problem, of those to be settled and of those who were asked. */
export const problemsPerPage = 20

/** Rows of a file that cannot be read, on a page of what importing it would do, or did. */
export const unreadablePerPage = 20

/** Batches on a page of the log. */
export const batchesPerPage = 25

/** Changes of a batch that the log tells at once; the page of the batch tells all. */
export const toldAtOnce = 3
