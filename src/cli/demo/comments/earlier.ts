import { type DemoComment, from } from './comment.ts'

const [keys, rooms, desk] = [
  'getting-to-know-you-2014b',
  'rooms-we-like-to-be-in-2014b',
  'the-week-we-sawed-the-desk-in-half',
]
const [platform, after, wet] = [
  'a-postcard-from-platform-two',
  'the-week-after',
  'what-to-do-with-a-wet-book-until-somebody-comes',
]
const [caja, named] = ['la-caja-de-las-boletas', 'money-with-a-name-on-it']
const [games, nothing, counted] = [
  'two-hundred-and-twelve-games-and-nine-missing-pieces',
  'i-have-nothing-to-say-about-games',
  'the-year-we-counted-only-questions',
]
const [arabic, alphabet, road] = [
  'arqam-la-nktbha',
  'same-desk-another-alphabet',
  'a-postcard-from-where-the-road-ends',
]
const [nine, shelves, thursdays, songs] = [
  'nine-things-i-no-longer-do',
  'five-shelves-three-alphabets',
  'los-jueves-hasta-las-nueve',
  'a-letter-that-took-eleven-months',
]

const shown = { decided: 'shown' } as const

/** What readers said under the posts of earlier rounds: invented people, some of whom have written the posts. */
export const earlierComments: readonly DemoComment[] = [
  {
    ...{ on: keys, at: '2014-09-02T06:40:00Z', by: from('Grace Achieng'), ...shown },
    text: 'I have a key to a filing cabinet that we sold in 2009. The buyer wrote to ask for it. There are three on my ring that look right, so I sent him all three, and now I have two doors I cannot open.',
  },
  {
    ...{ on: rooms, at: '2014-09-15T18:12:00Z', by: from('Ragnar Eide'), ...shown, as: 'chalk' },
    text: 'I may be alone in this. To draw lines behind people as they walk is to watch them. If a shop did that with a camera we would write a letter to the newspaper. Did your colleague in Iași ask anybody?',
  },
  {
    ...{
      on: rooms,
      at: '2014-09-16T05:55:00Z',
      by: from('Mirela Costin'),
      ...shown,
      as: 'chalk-reply',
      answers: 'chalk',
    },
    text: 'She did not, and I did not think to ask her when she told me. I have now. She says that she would put up a sign today, and that she is not sure anyone would then walk as they do. I find that I have no answer to it either.',
  },
  {
    ...{ on: rooms, at: '2014-09-16T20:31:00Z', by: from('Teuila Matagi'), ...shown, answers: 'chalk-reply' },
    text: 'There is a way around. We drew our own lines, staff only, for one week. I walked eleven kilometres, and four of them were to a stapler.',
  },
  {
    ...{ on: rooms, at: '2014-09-17T07:02:00Z', by: from('Ragnar Eide'), answers: 'chalk-reply' },
    text: 'That I would sign. Thank you both for not being offended.',
  },
  {
    ...{ on: desk, at: '2014-09-18T12:20:00Z', by: from('Marguerite Okou'), ...shown, as: 'wheels' },
    text: 'I work and live on wheels. Twenty-two centimetres is the difference between asking a person and asking a ceiling lamp, so thank you. But you have put the desk beside the stairs.',
  },
  {
    ...{
      on: desk,
      at: '2014-09-19T08:15:00Z',
      by: from('Ewa Zielonka'),
      ...shown,
      as: 'stairs',
      answers: 'wheels',
    },
    text: 'You are right. The lift is at the other end of the building. This morning I went the whole way with a pram and counted: 94 metres and two heavy doors. I have asked the joiner for another day.',
  },
  {
    ...{ on: desk, at: '2015-02-24T09:05:00Z', by: from('Ewa Zielonka'), answers: 'stairs' },
    text: 'As promised, we have counted again. 58 questions a day, 24 of them “where is”, still seven long ones. So a part of it was the term. And there is a bell now at the lift, which rings at the desk.',
  },
  {
    ...{ on: platform, at: '2014-09-26T04:18:00Z', by: from('Lwazi Dube'), ...shown, as: 'novel' },
    text: 'I have to know which novel the guard is reading.',
  },
  {
    ...{ on: platform, at: '2014-09-26T11:44:00Z', by: from('Vasudha Kelkar'), ...shown, answers: 'novel' },
    text: 'I asked him if I may say. He would rather not, in case somebody tells him the end. He is on page 612.',
  },
  {
    ...{ on: after, at: '2014-10-17T21:10:00Z', by: from('Harold Penner'), ...shown, as: 'boxes' },
    text: 'Our Rotary club sent encyclopaedias. Not to Leyte, but it might as well have been. I packed two of the boxes myself and was proud of it. I wish somebody had written to us as you did.',
  },
  {
    ...{ on: after, at: '2014-10-19T03:30:00Z', by: from('Corazon Villaluz'), ...shown, answers: 'boxes' },
    text: 'Please do not feel bad, Harold. We laid ours in the mud as stepping stones, from the gate to the tarpaulin, and they held until March. I think about the volume with “Norway” whenever I walk there.',
  },
  {
    ...{ on: wet, at: '2014-10-20T16:05:00Z', by: from('Solveig Rask'), ...shown, as: 'plates' },
    text: 'One addition from a conservator. Glass plates and tintypes of the early decades must never be frozen, the image comes off. Put a red cross on those boxes today, while everything is dry and you have a pen in your hand.',
  },
  {
    ...{ on: wet, at: '2014-10-21T06:50:00Z', by: from('Marijke Doornbos'), ...shown, answers: 'plates' },
    text: 'It stands on the sheet now, and the crosses are on the boxes. Thank you. It took until I looked for a red pen to see that we have four hundred of them.',
  },
  {
    ...{ on: caja, at: '2014-11-14T22:40:00Z', by: from('Rocío Baltazar', 'es'), ...shown, as: 'papelito' },
    text: '¿Y si el lector pone un precio exagerado? Pregunto porque en mi concejo hay un contador.',
  },
  {
    ...{
      on: caja,
      at: '2014-11-15T13:05:00Z',
      by: from('Nélida Arancibia', 'es'),
      ...shown,
      answers: 'papelito',
    },
    text: 'El precio lo poníamos nosotras, de una lista pegada al lado de la caja, con la fecha y el comercio. El contador del concejo pidió la lista, la revisó con lápiz y encontró dos errores. Los dos eran en contra nuestra.',
  },
  {
    ...{ on: named, at: '2014-11-17T19:25:00Z', by: from('Judith Abel'), ...shown, as: 'refuse' },
    text: 'I would have refused. I say it with respect, because I have never had to look at an empty room for six years. But the people who owe that money did not get a vote on the brass.',
  },
  {
    ...{
      on: named,
      at: '2014-11-18T06:02:00Z',
      by: from('Sipho Mabizela'),
      ...shown,
      as: 'vote',
      answers: 'refuse',
    },
    text: 'Some of them did, Judith. They sit in it. That is the part I cannot get past, in either direction.',
  },
  {
    ...{ on: named, at: '2014-11-18T15:48:00Z', by: from('Carlos Ibarra'), ...shown, answers: 'vote' },
    text: 'Ask for the plate on the inside of the door in the second room. Then whoever reads it is on the way out, as your third man said. It costs the firm nothing to agree, and you will learn something if it does not.',
  },
  {
    ...{ on: named, at: '2015-02-19T07:30:00Z', by: from('Sipho Mabizela'), answers: 'vote' },
    text: 'To all who wrote: the firm said no to the inside of the door. So I said no to the second room. The men took it better than I did. One of them has begun to build a bench.',
  },
  {
    ...{ on: named, at: '2016-02-18T22:10:00Z', by: from('Carlos Ibarra') },
    text: 'I come back to this post once a year. Has the bench been finished? And did the department ever find money for the second room?',
  },
  {
    ...{ on: games, at: '2015-03-20T08:14:00Z', by: from('Bronagh Keane'), ...shown, as: 'bus' },
    text: 'We lend games from a bus. They stand on their sides between two lengths of bicycle tube, like toast. I will send a photograph. How heavy is your heaviest?',
  },
  {
    ...{ on: games, at: '2015-03-20T20:50:00Z', by: from('Hamish Rutherglen'), ...shown, answers: 'bus' },
    text: '4,318 grams, and nobody has ever read the rules to the end. Like toast! Joyce is cutting up tubes as I write.',
  },
  {
    ...{ on: nothing, at: '2015-03-24T17:33:00Z', by: from('Dale Whitcomb'), ...shown, as: 'skis' },
    text: 'I wrote one of those articles about play and the future of libraries. I meant mine. I shall try to say so in future. I would only add that some of our regulars are afraid as well, and for them a game is easier than a question.',
  },
  {
    ...{ on: nothing, at: '2015-03-25T05:12:00Z', by: from('Anjali Deshmukh'), ...shown, answers: 'skis' },
    text: 'That is a fair point, and one I had not made to myself. I will think about it at the bedside of the man with the birds.',
  },
  {
    ...{ on: counted, at: '2015-04-18T14:22:00Z', by: from('Ruta Vaičiūnaitė'), ...shown, as: 'sorry' },
    text: 'We tried it for a month after reading this. 31 times “sorry to disturb you”. We have turned the desk so that one no longer comes up from behind our screens, and in the second fortnight it was 12.',
  },
  {
    ...{ on: counted, at: '2015-04-18T19:40:00Z', by: from('Étienne Lacasse'), ...shown, answers: 'sorry' },
    text: 'I have read this aloud in our staff room. We never thought of turning the desk. May we?',
  },
  {
    ...{ on: counted, at: '2015-04-19T10:03:00Z', by: from('Judith Abel') },
    text: 'I am not convinced. Nine thousand slips and eight days of reading, to find out that a chair should stand on the other side. A good colleague would have told you that over lunch.',
  },
  {
    ...{ on: counted, at: '2015-04-20T11:15:00Z', by: from('Étienne Lacasse'), answers: 'sorry' },
    text: 'Judith, she did tell us over lunch, for twenty-six years. It was the slips that made us listen. I do not say this to be proud of it.',
  },
  {
    ...{
      on: arabic,
      at: '2015-04-22T18:30:00Z',
      by: ['ليلى الحاج', 'layla.hajj@example.com', 'ar'],
      ...shown,
      as: 'zero',
    },
    text: 'قرأت النص على زميلاتي في استراحة الشاي، فاتفقنا أن تكتب كل واحدة صفرًا واحدًا على ورقة. جمعنا سبعة أصفار، وثلاثة منها لها حلّ لا يكلّف شيئًا.',
  },
  {
    ...{
      on: arabic,
      at: '2015-04-23T07:45:00Z',
      by: ['ريم بلحسن', 'rim.belhassen@example.com', 'ar'],
      ...shown,
      answers: 'zero',
    },
    text: 'شكرًا لكنّ. والأربعة الأخرى؟ أحب أن أعرف ما هي، فربما عند إحدانا مصباح.',
  },
  {
    ...{ on: alphabet, at: '2015-05-16T09:27:00Z', by: from('Anahit Sargsyan'), ...shown },
    text: 'I went wrong at J as well. And at C, for a year. I had never told anyone.',
  },
  {
    ...{ on: road, at: '2015-05-21T12:48:00Z', by: from('Frederik Lund'), ...shown },
    text: 'I believe that I am the sixth of the seven. I stayed two winters, not three. It was you who told me to move the returns box away from the door before November. I never said thank you for that, so I say it here.',
  },
  {
    ...{ on: nine, at: '2015-09-18T06:33:00Z', by: from('Teuila Matagi'), as: 'cm' },
    text: 'Consider yourself reported for number 8. My hospital director once asked me for all books under 20 centimetres, to fit a cupboard. I had the list in a minute, and have lived off it ever since.',
  },
  {
    ...{ on: nine, at: '2015-09-18T10:20:00Z', by: from('Ines Duarte'), ...shown, answers: 'cm' },
    text: 'I have no such cupboard. If one is ever built, I will measure day and night.',
  },
  {
    ...{ on: shelves, at: '2015-10-17T04:55:00Z', by: from('Nyandeng Riak'), ...shown, as: 'sing' },
    text: 'My aunt is on one of those recordings. She has not stopped talking about it. May I say that some women of that age do read, in Arabic script, and would be pleased to be asked what they read?',
  },
  {
    ...{ on: shelves, at: '2015-10-18T22:06:00Z', by: from('Heather Quinn'), ...shown, answers: 'sing' },
    text: 'You may, and I should have asked that before I wrote “nobody”. Would your aunt like to choose? There are 600 dollars again in July.',
  },
  {
    ...{ on: thursdays, at: '2015-11-04T01:12:00Z', by: from('Rocío Baltazar', 'es') },
    text: 'Lo del tren de las cinco y veinte me dejó pensando. Fui a buscar nuestro expediente: el horario es de 1974 y no lo firma nadie.',
  },
  {
    ...{ on: songs, at: '2015-11-11T20:37:00Z', by: from('Carlos Ibarra'), as: 'fourth' },
    text: 'I would give a good deal to know what was in the fourth verse.',
  },
  {
    ...{
      on: songs,
      at: '2015-11-12T07:15:00Z',
      by: ['Hanna Lindholm', 'hanna@example.com', 'en'],
      answers: 'fourth',
    },
    text: 'So would everybody here. There are three of us who know, and we were made to promise.',
  },
  {
    ...{ on: named, at: '2016-02-19T18:25:00Z', by: from('Judith Abel') },
    ...{
      reported: [
        '2016-02-20T19:02:00Z',
        'My brother is in such a place. This is not what the post is about.',
      ],
    },
    text: 'Still the same discussion. Carpets for prisoners, while the school around the corner has sat on broken chairs since 2011. Perhaps they should have thought of that before they got themselves locked up.',
  },
]
