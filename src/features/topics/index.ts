/** Topics: what a round's participants are invited to discuss, and when. */
export { publishTopic } from './actions/publish.ts'
export { writeTopicFromFile } from './commands.ts'
export { demoTopics, topicsOfWeeks } from './demo-topics.ts'
export { TopicCalendar, type TopicPlan } from './pages/calendar.tsx'
export { calendarPath } from './paths.ts'
export { mayEditTopics } from './policy.ts'
export { topicsOf } from './queries.ts'
export { dueInstant } from './topic.ts'
