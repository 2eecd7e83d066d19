import { formats } from '../../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../../platform/forms.ts'
import { joining } from '../../../../platform/joining.ts'
import { confirmWords, errorWords, platformWords } from '../../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Confirm,
  Disclosure,
  Empty,
  Field,
  Filters,
  Form,
  type Frame,
  Notice,
  OfficePage,
  OwnWords,
  Table,
} from '../../../../ui/index.ts'
import { countryOptions } from '../../../people/index.ts'
import { authorPath, authorsPath, mergeAuthorPath, officeAuthorPath } from '../../paths.ts'
import type { OfficeAuthor } from '../../queries/authors.ts'
import { words } from '../../words.ts'

type ListProps = {
  frame: Frame
  authors: readonly OfficeAuthor[]
  /** Those who may be one and the same. */
  doubles: readonly (readonly [OfficeAuthor, OfficeAuthor])[]
  /** What was looked for; empty for all. */
  sought: string
}

/** All who sign posts, and who of them may be one. */
export const AuthorsPage = ({ frame, authors, doubles, sought }: ListProps) => {
  const t = words(frame.locale)
  return (
    <OfficePage frame={frame} title={t('authors')} lead={t('authors.lead')}>
      {doubles.length > 0 ? <Doubles frame={frame} doubles={doubles} /> : null}
      <Filters action={authorsPath} label={t('authors.search')} submit={t('authors.find')}>
        <Field type="text" name="q" label={t('authors.search')} value={sought} dir="auto" />
      </Filters>
      <AuthorTable frame={frame} authors={authors} />
    </OfficePage>
  )
}

const Doubles = ({ frame, doubles }: Pick<ListProps, 'frame' | 'doubles'>) => {
  const t = words(frame.locale)
  return (
    <Notice title={t('authors.doubles.title')}>
      <p>{t('authors.doubles.text')}</p>
      <ul>
        {doubles.map(([one, other]) => (
          <li>
            <a href={mergeAuthorPath(other.id, one.id)}>
              {t('authors.doubles.act', { name: other.name, other: one.name })}
            </a>
            <br />
            <span class="hint">
              {[other, one].map((author) => toldApart(frame.locale, author)).join(' / ')}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** By what two of one name are told apart: where they are, and how much they signed. */
function toldApart(locale: string, author: OfficeAuthor): string {
  const much = signedBy(locale, author)
  return author.country
    ? joining(locale).labelled(formats(locale, 'UTC').country(author.country), much)
    : much
}

/** How much everyone can read of them, and how much else bears their name. */
function signedBy(locale: string, { count, published }: OfficeAuthor): string {
  const t = words(locale)
  return joining(locale).joined([
    t('author.lead', { count: published }),
    ...(count > published ? [t('author.unpublished', { count: count - published })] : []),
  ])
}

const AuthorTable = ({ frame, authors }: Pick<ListProps, 'frame' | 'authors'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Table
      caption={t('authors')}
      captionHidden
      rows={authors.toSorted((one, other) => say.compare(one.name, other.name))}
      empty={<Empty title={t('authors.none')} text={t('authors.none.text')} />}
      columns={[
        {
          label: t('author.name'),
          head: true,
          cell: ({ id, name }) => (
            <a href={officeAuthorPath(id)}>
              <OwnWords lang="">{name}</OwnWords>
            </a>
          ),
        },
        { label: t('authors.country'), cell: ({ country }) => (country ? say.country(country) : '–') },
        {
          label: t('authors.account'),
          cell: ({ personId }) => t(personId ? 'authors.account.yes' : 'authors.account.no'),
        },
        { label: t('authors.published'), numeric: true, cell: ({ published }) => say.number(published) },
        {
          label: t('authors.unpublished'),
          numeric: true,
          cell: ({ count, published }) => say.number(count - published),
        },
      ]}
    />
  )
}

const authorFields = ['name', 'familyName', 'country', 'about', 'orcid'] as const

type AuthorProps = {
  frame: Frame
  author: OfficeAuthor
  /** All others, of whom this one may be one. */
  others: readonly OfficeAuthor[]
  form: FormState
  /** Whether everyone can read something of theirs. */
  hasPage: boolean
}

/** What is printed of one author. */
export const AuthorPage = ({ frame, author, others, form, hasPage }: AuthorProps) => {
  const t = words(frame.locale)
  const labels = Object.fromEntries(authorFields.map((name) => [name, t(`author.${name}`)])) as Record<
    (typeof authorFields)[number],
    string
  >
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const optional = platformWords(frame.locale)('form.optional')
  return (
    <OfficePage
      frame={frame}
      title={author.name}
      isOwnTitle
      lead={signedBy(frame.locale, author)}
      crumbs={[{ href: authorsPath, label: t('authors') }]}
      actions={hasPage ? <ButtonLink href={authorPath(author.slug)}>{t('author.page')}</ButtonLink> : null}
      faults={faults}
    >
      <Form action={officeAuthorPath(author.id)}>
        <Field type="text" dir="auto" hint={t('author.name.hint')} {...field('name')} />
        <Field
          type="text"
          dir="auto"
          hint={t('author.familyName.hint')}
          optional={optional}
          {...field('familyName')}
        />
        <Field
          type="select"
          placeholder={t('author.country.none')}
          hint={t('author.country.hint')}
          optional={optional}
          options={countryOptions(frame.locale)}
          {...field('country')}
        />
        <Field
          type="textarea"
          rows={3}
          plenty={300}
          hint={t('author.about.hint')}
          optional={optional}
          {...field('about')}
        />
        <Field
          type="text"
          dir="ltr"
          width="medium"
          hint={t('author.orcid.hint')}
          optional={optional}
          {...field('orcid')}
        />
        <Actions>
          <Button kind="primary">{t('author.save')}</Button>
          <a href={authorsPath}>{t('cancel')}</a>
        </Actions>
      </Form>
      {others.length > 0 ? <Merging frame={frame} author={author} others={others} /> : null}
    </OfficePage>
  )
}

/** Leads to a page that says what would happen. */
const Merging = ({ frame, author, others }: Pick<AuthorProps, 'frame' | 'author' | 'others'>) => {
  const t = words(frame.locale)
  return (
    <Disclosure summary={t('author.merge')}>
      <p>{t('author.merge.text')}</p>
      <Filters action={mergeAuthorPath(author.id)} label={t('author.merge')} submit={t('author.merge.go')}>
        <Field
          type="select"
          name="into"
          label={t('author.into')}
          placeholder={t('author.into.choose')}
          value=""
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Filters>
    </Disclosure>
  )
}

/** Asks before two authors become one. */
export const MergeAuthorsPage = (props: { frame: Frame; from: OfficeAuthor; into: OfficeAuthor }) => {
  const { frame, from, into } = props
  const t = words(frame.locale)
  const names = { name: from.name, other: into.name }
  return (
    <OfficePage
      frame={frame}
      title={t('merge-authors.title', names)}
      crumbs={[
        { href: authorsPath, label: t('authors') },
        { href: officeAuthorPath(from.id), label: from.name },
      ]}
    >
      <Confirm
        action={mergeAuthorPath(from.id)}
        hidden={{ into: into.id }}
        words={confirmWords(frame.locale)}
        what={[
          t('merge-authors.goes', { name: from.name, told: toldApart(frame.locale, from) }),
          t('merge-authors.stays', { name: into.name, told: toldApart(frame.locale, into) }),
          t('merge-authors.posts', { ...names, count: from.count }),
          t('merge-authors.address', names),
        ]}
        whom={t(from.published > 0 ? 'merge-authors.whom' : 'merge-authors.nobody')}
        undo={t('merge-authors.undo')}
        button={t('merge-authors.button')}
        danger
        cancel={{ href: officeAuthorPath(from.id), label: t('cancel') }}
      />
    </OfficePage>
  )
}
