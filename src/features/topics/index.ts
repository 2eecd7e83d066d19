/** Topics: what a round's participants are invited to discuss, and when. */
export {
  publishTopic,
  saveTopic,
  scheduleTopic,
  type TopicDraft,
  type TopicPlace,
  unscheduleTopic,
} from './actions.ts'
export { writeTopicFromFile } from './commands.ts'
export { demoTopics } from './demo-topics.ts'
export { calendarPath, officeTopicsPath } from './paths.ts'
export { topicsOf } from './queries.ts'
export type { Topic } from './topic.ts'
