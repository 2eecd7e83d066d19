/** Somebody who took part in the round before, with the country and the kind of library they are from. */
export type Former = { name: string; email: string; country: string; sector: string; locale: string }

/** Whoever signs in as the member of the demonstration took part as well. */
export const memberTookPart: Former = {
  name: 'Ngozi Eze',
  email: 'member@ilnetwork.example',
  country: 'NG',
  sector: 'academic',
  locale: 'en',
}

const at = (name: string, country: string, sector: string, locale = 'en'): Former => ({
  name,
  email: `${name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.')}@books.example`,
  ...{ country, sector, locale },
})

/** Invented people, from few countries, so that there is something to tell of them by country. */
export const formerParticipants: Former[] = [
  memberTookPart,
  at('Aoife Brennan', 'IE', 'public'),
  at('Tendai Moyo', 'ZA', 'academic'),
  at('Chukwudi Okafor', 'NG', 'academic'),
  at('Folake Adeyemi', 'NG', 'public'),
  at('Amara Nwosu', 'NG', 'national'),
  at('Yetunde Balogun', 'NG', 'academic'),
  at('Ines Duarte', 'PT', 'special'),
  at('Mariana Rocha', 'BR', 'academic'),
  at('Caio Ferraz', 'BR', 'public'),
  at('Beatriz Lima', 'BR', 'academic'),
  at('Joao Teles', 'BR', 'school'),
  at('Renata Couto', 'BR', 'academic'),
  at('Lucia Vidal', 'MX', 'public', 'es'),
  at('Diego Saldana', 'MX', 'academic', 'es'),
  at('Ximena Robles', 'MX', 'academic', 'es'),
  at('Heather Quinn', 'AU', 'public'),
  at('Craig Lowe', 'AU', 'academic'),
  at('Priya Menon', 'AU', 'academic'),
  at('Joan Whitlock', 'AU', 'school'),
  at('Tess Marlowe', 'AU', 'public'),
  at('Hana Mansour', 'EG', 'academic', 'ar'),
  at('Omar Shafiq', 'EG', 'national', 'ar'),
  at('Rania Fouad', 'EG', 'public', 'ar'),
  at('Kofi Mensah', 'GH', 'academic'),
  at('Sinead Doyle', 'IE', 'academic'),
]

/** What they answered in the surveys in words of their own, in turn. */
export const said = {
  good: [
    'My partner is so generous with her time. We talk on Friday mornings, she with coffee and I with tea.',
    'To hear that a library on the other side of the world has the same leaking roof.',
    'We read each other’s lesson plans. Mine is better for it.',
    'Me ayuda mucho tener a alguien con quien pensar en voz alta.',
    'The second topic led us to compare how we weed our collections, and we did not stop for two hours.',
  ],
  better: [
    'Remind us of the topics a day earlier, please.',
    'A list of things to try when a call does not work would help.',
    'Nada, sigan así.',
    'More people from public libraries.',
  ],
  remember: [
    'That I am not the only one who does everything alone in a small library.',
    'How my partner showed me her village reading room over the phone, shelf by shelf.',
    'La paciencia de mi compañera con mi inglés, y lo mucho que nos reímos.',
    'The day we found out that we both had the same teacher, twenty years apart.',
    'I came for advice about repositories and went away with a friend.',
    'أنني وجدت من يفهم عملي دون أن أشرحه.',
    'We rewrote our storytime together; mine now has a Ghanaian spider in it.',
  ],
  next: [
    'Begin earlier in the term; October is exam time here.',
    'Offer one meeting of all participants in the middle.',
    'A longer round. Sixteen weeks went by so fast.',
    'Más temas sobre bibliotecas escolares.',
  ],
}

/** What was written at the end: the first together with the partner, the others alone. */
export const reflections = [
  {
    audience: 'blog',
    shownAs: 'name',
    title: 'Two reading rooms and one notebook',
    body: `We kept a notebook. It was her idea: each of us wrote down one thing a week that we had tried at work, and read it to the other on Friday.

In week three I wrote that nobody came to my workshop on databases. She asked me who had told them that it took place, and I had no answer. The week after I stood at the door of the canteen with a sheet of paper, and eleven came.

In week nine she wrote that she had asked for a raise. We had practised it on the phone, twice, with me as her director. I was stricter than he turned out to be.

Sixteen weeks are over, and the notebook goes on. It has four pages left.`,
  },
  {
    audience: 'blog',
    shownAs: 'given-name',
    title: 'What I learned from a library without a roof',
    body: `My partner’s library lost its roof in a storm in September, in the sixth week of our round. I thought we would stop. She wrote the next day: “We lend from the school hall. Send me your poem of the week, I need something for the children.”

I have thought of that line often since. I used to begin my reports with what we lack. I have begun to write down what we lend.`,
  },
  {
    audience: 'coordinators',
    shownAs: 'name',
    title: 'Notes for whoever runs the next round',
    body: `Our first month was hard: I was shy to write in English, and my partner thought that I was not interested. Your email on the tenth day helped, because it gave me a reason to write that was not an apology. Perhaps say at the beginning that a short letter is a good letter.`,
  },
  {
    audience: 'private',
    shownAs: 'name',
    title: 'For myself',
    body: 'I said yes to leading the cataloguing team. I would not have in July.',
  },
] as const
