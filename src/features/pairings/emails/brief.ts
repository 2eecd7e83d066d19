import type { Participant } from '../queries/introductions.ts'

/**
 * Letters that a mail has room for. Mail programs cut off what is longer than about 100 KB, and three people with
 * much to say may share one; the page of a partner shows everything.
 */
const room = { name: 160, givenName: 80, workplace: 200, jobTitle: 200, links: 400, about: 2_000 } as const

/** What a mail says of someone, cut to the room it has. */
export function brief<Person extends Participant>(person: Person): Person {
  const cut = (field: keyof typeof room) => shortened(person[field], room[field])
  return {
    ...person,
    name: cut('name'),
    givenName: cut('givenName'),
    workplace: cut('workplace'),
    jobTitle: cut('jobTitle'),
    links: cut('links'),
    about: cut('about'),
  }
}

/** Whole letters, whole words where that loses little, and an ellipsis for what is left out. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')
  const atWord = whole.replace(/\s+\S*$/, '')
  return `${(atWord.length > most / 2 ? atWord : whole).trimEnd()}…`
}
