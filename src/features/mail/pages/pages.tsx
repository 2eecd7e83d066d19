import { formats } from '../../../platform/formats.ts'
import { type Frame, Pager } from '../../../ui/index.ts'
import { words } from '../words.ts'

type PagesProps = {
  frame: Frame
  path: string
  /** What was chosen; empty values are left out of the address. */
  query: Record<string, string>
  page: number
  size: number
  total: number
}

/** The way to newer and older mails; nothing when one page holds them all. */
export const Pages = ({ frame, path, query, page, size, total }: PagesProps) => {
  if (total <= size) return null
  const t = words(frame.locale)
  const to = (other: number) => {
    const chosen = Object.entries({ ...query, page: other === 1 ? '' : String(other) })
    const search = new URLSearchParams(chosen.filter(([, value]) => value !== ''))
    return search.size > 0 ? `${path}?${search}` : path
  }
  return (
    <Pager
      label={t('pager.label')}
      position={positionOf(frame.locale, { page, size, total })}
      previous={page > 1 ? { href: to(page - 1), label: t('pager.newer') } : undefined}
      next={page * size < total ? { href: to(page + 1), label: t('pager.older') } : undefined}
    />
  )
}

/** Which of all mails a page holds. */
export function positionOf(
  locale: string,
  { page, size, total }: Pick<PagesProps, 'page' | 'size' | 'total'>,
) {
  const { number } = formats(locale, 'UTC')
  return words(locale)('pager.position', {
    from: number(Math.min((page - 1) * size + 1, total)),
    to: number(Math.min(page * size, total)),
    total: number(total),
  })
}
