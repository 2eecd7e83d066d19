import { Byline, Citation, Figure, PostBody, PostCard, Questions } from '../post.tsx'
import type { GalleryWords } from './english.ts'

export const Reading = ({ words, picture: src }: { words: GalleryWords; picture: string }) => {
  const picture = { src, alt: words.pictureAlt, width: 480, height: 320 }
  const byline = { by: words.by, date: { iso: '2016-02-22', text: words.day }, more: [words.minutes] }
  return (
    <>
      <h2>{words.parts.reading}</h2>
      <PostCard
        level={3}
        href="#post"
        title={words.postTitle}
        kicker={words.topic}
        summary={words.postSummary}
        byline={byline}
        picture={picture}
      />
      <PostCard
        level={3}
        href="#other"
        title={words.parts.people}
        summary={words.postSummary}
        byline={byline}
      />
      <h2>{words.postTitle}</h2>
      <Byline {...byline} />
      <PostBody html={words.post}>
        <Figure picture={picture} caption={words.picture} credit={words.credit} />
      </PostBody>
      <Questions title={words.questions} questions={words.questionItems} />
      <Citation
        title={words.cite}
        lang=""
        references={[{ label: 'APA', reference: [words.citation, { italic: words.title }, '.'] }]}
        words={{ copy: words.cite, copied: words.cite }}
        links={{ label: 'BibTeX', links: [{ href: '#bibtex', label: '.bib' }] }}
      />
    </>
  )
}
