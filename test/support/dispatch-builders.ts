import type { Dispatch, Recipient } from '../../shared/domain/dispatch.ts'

/** A recipient who has yet to be sent to, with what the test is about laid over. */
export const buildRecipient = (over: Partial<Recipient> = {}): Recipient => ({
  memberId: 'member-1',
  phone: '+8562055123456',
  language: 'lo',
  wave: 1,
  state: 'pending',
  attempts: 0,
  possibleDuplicate: false,
  ...over,
})

/** A dispatch of one village, with one recipient of each wave. */
export const buildDispatch = (over: Partial<Dispatch> = {}): Dispatch => ({
  alertId: 'alert-1',
  version: 1,
  district: '1308',
  village: '1308001',
  lane: 'urgent',
  exposure: 0,
  recipients: [buildRecipient(), buildRecipient({ memberId: 'member-2', phone: '+8562055123457', wave: 2 })],
  ...over,
})
