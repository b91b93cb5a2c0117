import { Logger } from '@aws-lambda-powertools/logger'

/** The structured log of one function. Never give it an event, a body or a phone number. */
export const createLogger = (functionName: string): Logger =>
  new Logger({ serviceName: functionName, logLevel: 'INFO' })
