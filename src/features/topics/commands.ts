import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { App } from '../../platform/app.ts'
import type { Command, CommandInput } from '../../platform/commands.ts'
import { Conflict, Unacceptable } from '../../platform/refusals.ts'
import { addPicture } from '../media/index.ts'
import { type Actor, terminal } from '../people/index.ts'
import { postPath, stateOf } from '../posts/index.ts'
import { roundByCode, topicDaysOf } from '../rounds/index.ts'
import { publishTopic, scheduleTopic, withdrawTopic } from './actions/publish.ts'
import { saveTopic, type TopicPlace } from './actions/write.ts'
import { existingTopic, recipientsOf, topicsOf } from './queries/topics.ts'
import { draftOf, instantIn, topicForm } from './schema.ts'
import { audienceOf, calendarOf, type Topic } from './topic.ts'
import { BadTopicFile, readTopicFile, type TopicFile } from './topic-file.ts'

const place = {
  round: { help: 'code of the round, for example 2016A', value: 'CODE', required: true },
  topic: { help: 'number of the topic in its round', value: 'NUMBER', required: true },
}

const publish: Command = {
  name: 'topic publish',
  grows: true,
  summary:
    'Publish a topic and queue its emails, now or at a local time of its round. Without --confirm or --at, it only says what would happen.',
  options: {
    ...place,
    at: { help: 'when, YYYY-MM-DDTHH:MM; add Z or +11:00 for another time zone', value: 'TIME' },
    confirm: { help: 'publish it now' },
  },
  async run(app, input) {
    const where = placeOf(input)
    const round = await roundByCode(app.db, terminal, where.code)
    if (input.options.at !== undefined) {
      const at = instantIn(input.options.at, round.zone)
      if (at === null) throw new Unacceptable('bad-topic-option', { field: '--at' })
      const topic = await scheduleTopic(app, terminal, where, at)
      const json = { ...replyOf(app, round.code, topic), mails: 0 }
      return { text: `Topic ${topic.number} of ${round.code} comes out on ${json.publishAt}.`, json }
    }
    if (!input.switches.has('confirm')) {
      await existingTopic(app.db, round.id, where.number)
      const { count, alone } = audienceOf(await recipientsOf(app.db, round.id))
      throw new Conflict('confirm-topic', { count, alone })
    }
    const { topic, mails } = await publishTopic(app, terminal, where)
    const json = { ...replyOf(app, round.code, topic), mails }
    const text = `Topic ${topic.number} of ${round.code} is public at ${json.url}. Emails on their way: ${mails}.`
    return { text, json }
  },
}

const withdraw: Command = {
  name: 'topic withdraw',
  summary: 'Withdraw a public topic: its address says so, and emails that have not gone out are held back.',
  options: place,
  async run(app, input) {
    const where = placeOf(input)
    await withdrawTopic(app, terminal, where)
    const round = await roundByCode(app.db, terminal, where.code)
    const topic = await existingTopic(app.db, round.id, where.number)
    return {
      text: `Topic ${topic.number} of ${round.code} is withdrawn.`,
      json: replyOf(app, round.code, topic),
    }
  },
}

const create: Command = {
  name: 'topic create',
  summary: 'Write a topic from a text file: facts, questions and Markdown, with its picture beside it.',
  args: ['FILE'],
  options: place,
  async run(app, input) {
    const where = placeOf(input)
    const topic = await writeTopicFromFile(app, terminal, where, input.args[0] ?? '')
    return {
      text: `Topic ${topic.number} of ${where.code} is saved: ${topic.title}`,
      json: replyOf(app, where.code, topic),
    }
  },
}

const list: Command = {
  name: 'topic list',
  summary: 'List the fortnights of a round with their topics.',
  options: { round: place.round },
  async run(app, { options }) {
    const round = await roundByCode(app.db, terminal, options.round ?? '')
    const slots = calendarOf(topicDaysOf(round), await topicsOf(app.db, round.id))
    const json = slots.map(({ number, day, topic }) => ({
      number,
      day,
      ...(topic ? replyOf(app, round.code, topic) : { title: null, state: null }),
    }))
    const lines = json.map(
      (row) => `${row.number}  ${row.day ?? '-'}  ${(row.state ?? '-').padEnd(9)}  ${row.title ?? ''}`,
    )
    return { text: lines.join('\n'), json }
  },
}

export const commands: Command[] = [publish, withdraw, create, list]

/**
 * Writes a topic from a text file, with the picture that lies beside it.
 *
 * @throws Unacceptable `bad-topic-file` which says why, or a code of the picture
 */
export async function writeTopicFromFile(
  app: App,
  actor: Actor,
  where: TopicPlace,
  path: string,
): Promise<Topic> {
  const file = await topicFileAt(path)
  const pictureId = file.picture
    ? await addPicture(app, actor, await bytesOf(join(dirname(path), file.picture)))
    : ''
  const parsed = topicForm.safeParse({
    title: file.title,
    hashtag: file.hashtag,
    summary: file.summary,
    lead: file.lead,
    questions: file.questions.join('\n'),
    byline: file.byline,
    pictureId,
    ...file.credit,
  })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw badFile(`${issue?.path.join('.') ?? ''} is wrong (${issue?.message ?? ''}).`)
  }
  return saveTopic(app, actor, where, draftOf(parsed.data, pictureId))
}

async function topicFileAt(path: string): Promise<TopicFile> {
  try {
    return readTopicFile((await bytesOf(path)).toString('utf8'))
  } catch (error) {
    if (error instanceof BadTopicFile) throw badFile(error.message)
    throw error
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch {
    throw badFile(`there is no file ${path}, or it cannot be read.`)
  }
}

const badFile = (problem: string) => new Unacceptable('bad-topic-file', { problem })

function placeOf({ options }: CommandInput): TopicPlace {
  if (!/^[1-9]\d?$/.test(options.topic ?? ''))
    throw new Unacceptable('bad-topic-option', { field: '--topic' })
  return { code: (options.round ?? '').toUpperCase(), number: Number(options.topic) }
}

const replyOf = (app: App, code: string, topic: Topic) => ({
  round: code,
  number: topic.number,
  title: topic.title,
  state: stateOf(topic, app.now()),
  publishAt: topic.publishAt?.toISOString() ?? null,
  url: app.origin + postPath(topic.slug),
})
