/** Topics: what a round's participants are invited to discuss, and when. */
export { scheduleTopic, type TopicDraft, type TopicPlace } from './actions.ts'
export { writeTopicFromFile } from './commands.ts'
export { demoTopics } from './demo-topics.ts'
export { topicsOf } from './queries.ts'
export type { Topic } from './topic.ts'
