import type { AnswerOf } from './routes.ts'

/** An alert with its versions, as the API shows it. */
export type Alert = AnswerOf<'GET /v1/alerts/{alertId}'>
export type Version = Alert['versions'][number]
