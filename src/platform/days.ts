/** Years that a network of librarians has dealings with. PostgreSQL knows no year 0, and browsers offer 275760. */
const years = { first: 1900, last: 2199 }

/** Whether a text is a day of the calendar, `YYYY-MM-DD`, in a year that is no slip of the finger. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const year = Number(text.slice(0, 4))
  const at = new Date(`${text}T00:00:00Z`)
  return (
    year >= years.first &&
    year <= years.last &&
    !Number.isNaN(at.getTime()) &&
    at.toISOString().startsWith(text)
  )
}
