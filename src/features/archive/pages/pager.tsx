import { Pager } from '../../../ui/index.ts'
import { words } from '../words.ts'

type Props = { locale: string; page: number; pages: number; to: (page: number) => string }

/** The way through the pages of a list or of what was found. */
export const FoundPager = ({ locale, page, pages, to }: Props) => {
  const t = words(locale)
  return (
    <Pager
      label={t('search.pages')}
      position={t('search.position', { page, pages })}
      previous={page > 1 ? { href: to(page - 1), label: t('search.previous') } : undefined}
      next={page < pages ? { href: to(page + 1), label: t('search.next') } : undefined}
    />
  )
}
