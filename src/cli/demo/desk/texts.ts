/** A text as its writer saves it. */
export type Text = {
  title: string
  summary: string
  body: string
  tags: string[]
  authors: string[]
  locale?: string
}

export const postcard: Text = {
  title: 'A postcard from a bus full of books',
  summary: 'Three villages a day, nine hundred books, one driver who has read them all.',
  tags: ['mobile libraries', 'postcards'],
  authors: ['Wanjiru Kimani'],
  body: `My library has four wheels and leaks when it rains from the west. On Mondays we drive to the tea factory, on Tuesdays to the two schools on the ridge, and on Wednesdays wherever the road lets us.

## What people ask for

Not what I was taught they would. The men at the factory want books on the law of land. The children want the same eleven picture books until they fall apart, and then they want them mended, by their own hands, at the table behind the driver.

## What I would like to know

Who else works in a library that moves? Tell me what you leave at home because it does not fit.`,
}

export const shelf: Text = {
  title: 'What a reading room sounds like',
  summary: 'We recorded one hour in each of our five rooms. Nobody had expected the loudest one.',
  tags: ['library spaces', 'noise'],
  authors: ['Tomás Herrera'],
  body: `Last spring we put a small recorder on a table in each of our five reading rooms and went away for an hour.

The quiet room was not the quietest. The radiator knocks; people hold their breath and then cough all at once. The loudest was the room for newspapers, where old men argue under their breath about football.

Before you move a single shelf for the sake of silence, sit an hour in the room and listen.`,
}

export const copies: Text = {
  title: 'Whose recipe is it? Copyright at a cooking evening',
  summary:
    'Twenty neighbours brought recipes to be copied. Then one of them asked whether we were allowed to.',
  tags: ['copyright', 'evenings'],
  authors: ['Maren Dahl', 'Tomás Herrera'],
  body: `A list of ingredients belongs to nobody. The story that a grandmother tells about it does, for as long as she lives and long after.

We learned this from a neighbour who works at a court, on the evening on which we had meant to talk about bread. Since then a sheet lies beside the copier: what you may copy, for whom, and whom to ask.`,
}

export const webinar: Text = {
  title: 'Talk with us on 10 February',
  summary: 'An hour for questions about round 2016A, in English and Spanish.',
  tags: ['news'],
  authors: ['Tomás Herrera'],
  body: 'Bring your questions about round 2016A. We meet twice that day, so that nobody has to get up at night.',
}

export const seeds: Text = {
  title: 'Seeds in the card catalogue',
  summary: 'Sixty empty drawers, a drought, and a retired schoolteacher with beans in his pockets.',
  tags: ['collections', 'small libraries'],
  authors: ['Odalys Fuentes'],
  body: `When the cards were thrown out the drawers stayed, because the cabinet would not go through the door. For four years we kept light bulbs in it.

Then came the dry summer. A retired schoolteacher walked in with beans in both pockets and asked whether we lent things that one gives back later. I said that this was our whole business.

Everybody now brings seeds. You take ten beans in March and return twenty in October, if it has rained. The drawer says what it is, who grew it, and what it tasted of.`,
}

export const kettle: Text = {
  title: 'Nine time zones and a kettle',
  summary: 'How two people who are never awake at the same time found half an hour a week.',
  tags: ['first letters', 'talking'],
  authors: ['Tomás Herrera', 'Aroha Tamihana'],
  body: `When Aroha has her breakfast I am about to go to bed, and it is yesterday. We tried for three weeks to find an hour that was decent on both sides. There was none.

## What we do instead

On Thursdays she puts the kettle on and talks into her telephone until the water boils. It takes four minutes. I listen on my way to work and answer from the bus, until the bridge. By Sunday we have each heard the other’s week, with weather.

We have never had a proper call. When I described this to a colleague she said that it was no conversation. Aroha thinks that it is a letter with birds in it.`,
}

export const call: Text = {
  title: 'The next round is open',
  summary:
    'Applications for round 2016B are open until 7 August. A few things that people asked us last time.',
  tags: ['news'],
  authors: ['Maren Dahl'],
  body: `From today you can apply for round 2016B, which begins on 22 August.

**Do I have to work in a library?** You work or study in one, or in an archive or a museum. Retired people have been some of our best correspondents.

**Is my English good enough?** If you have read this far, yes. Say in the form which languages you like to write in. Some pairs agree on another one.

**I took part before.** You are welcome again. Please fill in a new form: people change, and so do their wishes.

**Who will my colleague be?** Somebody in another country. We read every form, and you can tell us what matters to you.`,
}
