/** What a test on a real PostgreSQL stands on: a database of its own, Payload on it, and a cast of named users. */
export { type Actor, cast } from './cast'
export { anEmptyDatabase, testDatabaseUrl, testPayload } from './database'
export { graphql } from './graphql'
export { requestOf } from './requestOf'
export { type Answer, type AnswerBody, type Asking, type Document, rest } from './rest'
export { castPassword } from './signUpCast'
