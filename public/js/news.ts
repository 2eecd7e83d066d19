/*
 * Where a reader starts on a page that says something new: at what is to be mended; else in the list they act in, at
 * the row the address names, with what was done just before it; else at what was done.
 */
const wrong = document.querySelector<HTMLElement>('.error-summary')
const news = document.querySelector<HTMLElement>('.notice[role=status]')
const named = document.getElementById(decodeURIComponent(location.hash.slice(1)))
const row = named?.matches('[data-keys] > li, [data-keys] > tbody > tr') ? named : null

if (wrong) wrong.focus()
else if (news && row) goOnAt(row, news)
else news?.focus()

function goOnAt(row: HTMLElement, news: HTMLElement) {
  const place = row.matches('tr') ? row.querySelector('th, td') : row
  place?.prepend(news)
  news.id = 'news'
  const next = row.querySelector<HTMLElement>('a[href], button, input:not([type=hidden]), select, summary')
  next?.setAttribute('aria-describedby', 'news')
  next?.focus()
}

export {}
