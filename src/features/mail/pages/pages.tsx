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
  const { number } = formats(frame.locale, 'UTC')
  const to = (other: number) => {
    const chosen = Object.entries({ ...query, page: other === 1 ? '' : String(other) })
    const search = new URLSearchParams(chosen.filter(([, value]) => value !== ''))
    return search.size > 0 ? `${path}?${search}` : path
  }
  const from = Math.min((page - 1) * size + 1, total)
  const position = t('pager.position', {
    from: number(from),
    to: number(Math.min(page * size, total)),
    total: number(total),
  })
  return (
    <Pager
      label={t('pager.label')}
      position={position}
      previous={page > 1 ? { href: to(page - 1), label: t('pager.newer') } : undefined}
      next={page * size < total ? { href: to(page + 1), label: t('pager.older') } : undefined}
    />
  )
}
