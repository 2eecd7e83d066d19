import { Empty, Field, Filters, type Frame, OfficePage } from '../../../ui/index.ts'
import type { Found } from '../../people/index.ts'
import { searchPath } from '../paths.ts'
import { words } from '../words.ts'

/** All that the office finds by a few letters. */
export const SearchPage = ({ frame, text, found }: { frame: Frame; text: string; found: Found[] }) => {
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('search.title')}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
    >
      <SearchBox locale={frame.locale} text={text} />
      {text !== '' && found.length === 0 ? (
        <Empty title={t('search.none.title')} text={t('search.none.text')} />
      ) : null}
      {found.length > 0 ? (
        <ul>
          {found.map((one) => (
            <li>
              <a href={one.href}>
                <bdi>{one.title}</bdi>
              </a>{' '}
              {one.kind} {one.note ? <bdi>{one.note}</bdi> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </OfficePage>
  )
}

export const SearchBox = ({ locale, text }: { locale: string; text: string }) => {
  const t = words(locale)
  return (
    <Filters action={searchPath} label={t('search.title')} submit={t('search.button')}>
      <Field type="search" name="text" label={t('search.text')} value={text} />
    </Filters>
  )
}
