import { formats } from '../../../../platform/formats.ts'
import { type Frame, fieldId } from '../../../../ui/index.ts'
import { type Finding, SUMMARY } from '../../checklist.ts'
import { postActPath, writePostPath } from '../../paths.ts'
import { hasBeenPublic, type Post } from '../../post.ts'
import { words } from '../../words.ts'

type Props = {
  frame: Frame
  findings: readonly Finding[]
  post: Pick<Post, 'id' | 'publishAt' | 'withdrawnAt'>
  now: Date
  /** Whether it stands on the writing page. */
  isHere?: boolean
  /** Whether its reader may change nothing of it. */
  isReadOnly?: boolean
}

/** What is looked at before a post comes out, and in one that did, each line leading to its place. */
export const Checks = (props: Props) => {
  const { frame, findings, post, now, isReadOnly } = props
  const t = words(frame.locale)
  const open = findings.filter(({ isFine }) => !isFine)
  const must = open.filter(({ weight }) => weight === 'must').length
  return (
    <section class="checks" aria-labelledby="checks">
      <h2 id="checks">{t(hasBeenPublic(post, now) ? 'checks.title.public' : 'checks.title')}</h2>
      <p>{open.length === 0 ? t('checks.fine') : t('checks.open', { must, should: open.length - must })}</p>
      <ul>
        {open.map((finding) => (
          <li class={finding.weight}>
            {isReadOnly ? (
              said(finding, frame.locale)
            ) : (
              <a href={placeOf(finding, props)}>{said(finding, frame.locale)}</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The picture has a page of its own; all else is on the writing page. */
function placeOf({ place, check }: Finding, { post, isHere }: Props): string {
  const field = place === 'picture' && check === 'alt' ? 'alt' : place
  if (place === 'picture') return `${postActPath(post.id, 'picture')}#${fieldId(field)}`
  return `${isHere ? '' : writePostPath(post.id)}#${fieldId(field)}`
}

function said({ check, found = '', weight }: Finding, locale: string): string {
  const t = words(locale)
  const name = check === 'language' ? formats(locale, 'UTC').language(found) : found
  const text = t(`check.${check}`, { found: name, ...SUMMARY })
  return weight === 'must' ? t('check.must', { text }) : text
}
