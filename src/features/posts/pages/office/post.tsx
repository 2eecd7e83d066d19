import { dayIn } from '../../../../platform/days.ts'
import { formats } from '../../../../platform/formats.ts'
import { type FormField, formInWords } from '../../../../platform/forms.ts'
import { errorWords, licenceName } from '../../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Facts,
  Field,
  Form,
  Notice,
  OfficePage,
  OwnWords,
  Steps,
} from '../../../../ui/index.ts'
import {
  citingPath,
  deskPath,
  notesPath,
  postActPath,
  postPath,
  previewPostPath,
  revisionsPath,
} from '../../paths.ts'
import { hasBeenPublic, stageOf } from '../../post.ts'
import { type Stage, stages } from '../../stage.ts'
import { words } from '../../words.ts'
import { type ActField, Acts, actFields } from './acts.tsx'
import { Checks } from './checks.tsx'
import { Day, dayColumn, nextOf, PlaceInPlan } from './desk.tsx'
import type { PostPageProps } from './post-props.ts'
import { Languages } from './translations.tsx'

/** One post on its way: where it is, what comes next, what is to be looked at, and what was said of it. */
export const OfficePostPage = (props: PostPageProps) => {
  const { frame, post, form, mayWork } = props
  const t = words(frame.locale)
  const labels = Object.fromEntries(actFields.map((name) => [name, t(`field.${name}`)])) as Record<
    ActField,
    string
  >
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage
      frame={frame}
      title={post.title}
      kicker={<PlaceInPlan post={post} locale={frame.locale} />}
      lead={post.summary === '' ? undefined : <OwnWords lang={post.locale}>{post.summary}</OwnWords>}
      crumbs={[{ href: deskPath, label: t('desk.title') }]}
      actions={<ButtonLink href={previewPostPath(post.id)}>{t('preview')}</ButtonLink>}
      faults={faults}
    >
      <Way {...props} />
      <section>
        <h2>{t('next.title', { next: nextOf(post, frame.locale, props.now) })}</h2>
        {mayWork ? <Acts {...props} field={field} /> : null}
      </section>
      <Earlier {...props} />
      <About {...props} />
      <Checks {...{ frame, post }} now={props.now} findings={props.findings} isReadOnly={!mayWork} />
      <Languages {...props} />
      <Notes {...props} field={mayWork ? field('note') : null} />
      <Texts {...props} />
    </OfficePage>
  )
}

/** The steps of its way, with the one it is at. */
const Way = ({ frame, post, now }: PostPageProps) => {
  const t = words(frame.locale)
  const at = stageOf(post, now)
  const shown: readonly Stage[] = stages.filter((stage) => stage !== 'withdrawn' || at === 'withdrawn')
  const here = shown.indexOf(at)
  return (
    <Steps
      label={t('way')}
      words={{ done: t('way.done'), now: t('way.now'), next: t('way.next') }}
      steps={shown.map((stage, index) => ({
        label: t(`stage.${stage}`),
        state: index < here ? 'done' : index === here ? 'now' : 'next',
      }))}
    />
  )
}

/** What readers were told about the same before, so that it is not told again without knowing. */
const Earlier = ({ frame, earlier, post }: PostPageProps) => {
  const t = words(frame.locale)
  if (earlier.length === 0) return null
  return (
    <Notice title={t('earlier.title')}>
      <ul>
        {earlier.map(({ slug, title, locale, publishAt }) => (
          <li>
            <a href={postPath(slug)}>
              <bdi lang={locale}>{title}</bdi>
            </a>{' '}
            {formats(frame.locale, post.zone).shortDay(dayIn(publishAt, post.zone))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const About = ({ frame, post, now, origin, mayWork }: PostPageProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  const url = origin + postPath(post.slug)
  return (
    <Facts
      facts={[
        { term: t('field.assignee'), detail: <bdi>{post.assignee?.name ?? t('writer.nobody')}</bdi> },
        { term: t('field.reviewer'), detail: <bdi>{post.reviewer?.name ?? t('reader.any')}</bdi> },
        {
          term: t(dayColumn(stageOf(post, now))),
          detail: <Day post={post} frame={frame} now={now} />,
        },
        {
          term: t('field.authors'),
          detail: post.authors.length > 0 ? say.names(post.authors) : <bdi>{frame.site.name}</bdi>,
        },
        { term: t('field.locale'), detail: say.language(post.locale) },
        {
          term: t('picture.link'),
          detail: mayWork ? (
            <a href={postActPath(post.id, 'picture')}>
              {t(post.mediaId ? 'picture.change' : 'picture.choose')}
            </a>
          ) : (
            t(post.mediaId ? 'picture.link' : 'picture.none')
          ),
        },
        {
          term: t('citing.link'),
          detail: mayWork ? (
            <a href={citingPath(post.id)}>{citedAs(post, frame.locale)}</a>
          ) : (
            citedAs(post, frame.locale)
          ),
        },
        ...(post.tags.length > 0
          ? [
              {
                term: t('field.tags'),
                detail: <OwnWords lang={post.locale}>{post.tags.join(' · ')}</OwnWords>,
              },
            ]
          : []),
        {
          term: t('field.address'),
          detail: hasBeenPublic(post, now) ? (
            <a href={postPath(post.slug)} dir="ltr">
              {url}
            </a>
          ) : (
            t('address.later', { url })
          ),
        },
      ]}
    />
  )
}

/** Its DOI and its own licence, as far as they are said. */
function citedAs({ licence, doi }: PostPageProps['post'], locale: string): string {
  const said = [...(licence === null ? [] : [licenceName(locale, licence)]), ...(doi === null ? [] : [doi])]
  return said.length > 0 ? said.join(' · ') : words(locale)('citing.as-usual')
}

/** What those who work on it told each other, and a place to say more. */
const Notes = (props: PostPageProps & { field: FormField | null }) => {
  const { frame, post, notes, field } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  if (notes.length === 0 && field === null) return null
  const open = notes.filter(({ quote, resolvedAt }) => quote !== '' && resolvedAt === null).length
  return (
    <section>
      <h2>{t('notes.title')}</h2>
      <p>
        {t('passages.count', { count: open })} <a href={notesPath(post.id)}>{t('passages.open')}</a>
      </p>
      <ul class="post-notes">
        {notes
          .filter(({ quote }) => quote === '')
          .map((note) => (
            <li>
              <p class="hint">
                {t(`notes.${note.kind}`, {
                  by: note.by ?? frame.site.name,
                  at: say.instant(note.at),
                  number: note.revision,
                })}
              </p>
              <p dir="auto">{note.text}</p>
            </li>
          ))}
      </ul>
      {field ? (
        <Form action={postActPath(post.id, 'note')} once>
          <Field type="textarea" rows={3} hint={t('notes.hint')} {...field} />
          <Actions>
            <Button>{t('notes.save')}</Button>
          </Actions>
        </Form>
      ) : null}
    </section>
  )
}

/** Its texts, the newest first, and the way to compare them. */
const Texts = ({ frame, post, revisions }: PostPageProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  return (
    <section>
      <h2>{t('texts.title')}</h2>
      <ul class="post-notes">
        {revisions.slice(0, 3).map(({ number, kind, at, by }) => (
          <li>{t(`texts.${kind as 'saved'}`, { number, at: say.instant(at), by: by ?? frame.site.name })}</li>
        ))}
      </ul>
      {revisions.length > 1 ? (
        <p>
          <a href={revisionsPath(post.id)}>{t('texts.all', { count: revisions.length })}</a>
        </p>
      ) : null}
    </section>
  )
}
