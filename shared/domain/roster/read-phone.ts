import { parsePhoneNumber } from '../phone-number.ts'
import type { ProblemCode } from './problem.ts'
import { ok, refused, type Reading } from './reading.ts'

/** A member's number in E.164, with a warning where an SMS may not arrive or the number was guessed at. */
export function readPhone(text: string): Reading<string> {
  const reading = parsePhoneNumber(text)
  if (reading.outcome === 'refused') return refused(problemOfRefusal[reading.reason])
  const value = reading.phone
  const warning = reading.certain ? warningOfType[reading.type] : 'phone-uncertain'
  return warning === undefined ? ok(value) : { outcome: 'ok', value, warning }
}

type PhoneReading = ReturnType<typeof parsePhoneNumber>
type PhoneType = Extract<PhoneReading, { outcome: 'ok' }>['type']
type PhoneRefusal = Extract<PhoneReading, { outcome: 'refused' }>['reason']

const warningOfType: Readonly<Record<PhoneType, ProblemCode | undefined>> = {
  mobile: undefined,
  'wireless-fixed': 'phone-wireless',
  fixed: 'phone-fixed-line',
}

const problemOfRefusal: Readonly<Record<PhoneRefusal, ProblemCode>> = {
  empty: 'phone-missing',
  'not-a-number': 'phone-not-a-number',
  'several-numbers': 'phone-several-numbers',
  'scientific-notation': 'phone-scientific-notation',
  'too-short': 'phone-too-short',
  'too-long': 'phone-too-long',
  foreign: 'phone-foreign',
  'not-lao-number': 'phone-not-lao-number',
}
