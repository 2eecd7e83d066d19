/*
 * Where a reader starts on a page that says something new: at what is to be mended; else in the list they act in, at
 * the row the address names, with what was done just before it; else at what was done.
 */
const wrong = document.querySelector<HTMLElement>('.error-summary')
const news = document.querySelector<HTMLElement>('.notice[role=status]')
const named = document.getElementById(decodeURIComponent(location.hash.slice(1)))
const row = named?.matches('[data-keys] > li, [data-keys] > tbody > tr') ? named : null

// The row itself takes the focus from the address; what was done is read, and seen, as the first of it.
if (wrong) wrong.focus()
else if (news && row) (row.matches('tr') ? row.querySelector('th, td') : row)?.prepend(news)
else news?.focus()

export {}
