import type { Words } from './domain/wording.ts'

/** One fault of a request: where it is (`areas[0]`, `body`, a header's name) and what to do about it. */
export type FieldError = { path: string; message: Words }

/** Every code that a problem+json answer may carry, with its HTTP status. docs/errors.md lists them for callers. */
export const problemStatuses = {
  'not-signed-in': 401,
  'not-a-user': 403,
  'not-allowed': 403,
  'not-found': 404,
  'needs-another-person': 403,
  'wrong-state': 409,
  'changed-meanwhile': 409,
  'head-count-changed': 409,
  'alert-live': 409,
  'actual-alert-live': 409,
  'break-glass-refused': 409,
  'monthly-limit': 409,
  'budget-exceeded': 409,
  'already-a-user': 409,
  'last-admin': 409,
  'ceiling-reached': 409,
  'edited-meanwhile': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'malformed-json': 422,
  'invalid-request': 422,
  'idempotency-key-reused': 422,
  'actual-not-allowed': 422,
  'template-unreviewed': 422,
  'no-recipients': 422,
  'file-refused': 422,
  'if-match-required': 428,
  internal: 500,
  'audit-unavailable': 503,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problemStatuses

/** What a caller needs to go on from a refusal, for instance the id of the alert that stands in the way. */
export type ProblemFacts = Readonly<Record<string, string | number>>

/**
 * A refusal that the caller is told, in their language: the only error that becomes a 4xx. Never carries the value that
 * was sent. The Lao wording of all refusals is unreviewed.
 */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly code: ProblemCode
  readonly detail: Words
  readonly errors: readonly FieldError[]
  readonly facts: ProblemFacts | undefined

  constructor(code: ProblemCode, detail: Words, errors: readonly FieldError[] = [], facts?: ProblemFacts) {
    super(detail.en)
    this.code = code
    this.detail = detail
    this.errors = errors
    this.facts = facts
  }
}

/** What a request may be about; the keys stand in the English sentences, the values in the Lao ones. */
const things = {
  alert: 'ຄຳເຕືອນ',
  'all-clear': 'ຂໍ້ຄວາມພົ້ນອັນຕະລາຍ',
  approval: 'ການອະນຸມັດ',
  area: 'ເຂດ',
  'break-glass': 'ການອອກຄົນດຽວ',
  budget: 'ງົບປະມານ',
  call: 'ການໂທ',
  cancel: 'ການຍົກເລີກ',
  day: 'ມື້',
  district: 'ເມືອງ',
  export: 'ການສົ່ງອອກບັນຊີ',
  file: 'ໄຟລ໌',
  import: 'ການນຳເຂົ້າ',
  invitation: 'ຄຳເຊີນ',
  member: 'ສະມາຊິກ',
  province: 'ແຂວງ',
  redrive: 'ວຽກທີ່ຄ້າງ',
  reject: 'ການປະຕິເສດ',
  resend: 'ການສົ່ງອີກ',
  return: 'ການສົ່ງຄືນ',
  review: 'ການກວດຄືນ',
  route: 'ຄຳສັ່ງ',
  schedule: 'ຕາຕະລາງສົ່ງ',
  stop: 'ການຢຸດ',
  template: 'ແມ່ແບບ',
  update: 'ການແຈ້ງເພີ່ມ',
  user: 'ຜູ້ໃຊ້',
  version: 'ສະບັບ',
  village: 'ບ້ານ',
  'village of this alert': 'ບ້ານຂອງຄຳເຕືອນນີ້',
} as const
type Thing = keyof typeof things

/** An Idempotency-Key that came with another body before. */
export const keyReused = (what: Thing): RequestError =>
  new RequestError(
    'idempotency-key-reused',
    {
      en: `This key was used for another ${what}: take a new key for a new wish.`,
      lo: `ກະແຈນີ້ໃຊ້ກັບ${things[what]}ອື່ນແລ້ວ: ໃຊ້ກະແຈໃໝ່ສຳລັບຄຳຂໍໃໝ່.`,
    },
    [
      {
        path: 'headers.idempotency-key',
        message: { en: 'Was used with another body.', lo: 'ໃຊ້ກັບເນື້ອໃນອື່ນແລ້ວ.' },
      },
    ],
  )

/** An edit of what is not any more as it was read. */
export const editedMeanwhile = (what: Thing): RequestError =>
  new RequestError('edited-meanwhile', {
    en: `Somebody has edited this ${what} since you read it. Read it again.`,
    lo: `ມີຄົນແກ້ໄຂ${things[what]}ນີ້ຫຼັງຈາກທ່ານອ່ານ. ອ່ານຄືນ.`,
  })

/** An edit that does not say what it replaces. */
export const ifMatchRequired = (): RequestError =>
  new RequestError(
    'if-match-required',
    {
      en: 'Send the ETag that you read as If-Match, so that nobody’s edit is lost.',
      lo: 'ສົ່ງ ETag ທີ່ທ່ານອ່ານ ເປັນ If-Match, ເພື່ອບໍ່ໃຫ້ການແກ້ໄຂຂອງຄົນອື່ນເສຍໄປ.',
    },
    [{ path: 'headers.if-match', message: { en: 'Is missing.', lo: 'ຍັງບໍ່ມີ.' } }],
  )

/** Faults of what was sent, all at once. */
export const invalidRequest = (errors: readonly FieldError[]): RequestError =>
  new RequestError(
    'invalid-request',
    {
      en: 'The request has faults: see errors. Nothing was changed.',
      lo: 'ມີບ່ອນຜິດ, ເບິ່ງຂ້າງລຸ່ມ. ບໍ່ມີຫຍັງປ່ຽນ.',
    },
    errors,
  )

/** A cursor that no page gave. */
export const noCursor = (): RequestError =>
  invalidRequest([
    {
      path: 'query.cursor',
      message: {
        en: 'Hand back nextCursor of the last page, or leave it out.',
        lo: 'ສົ່ງ nextCursor ຂອງໜ້າກ່ອນຄືນມາ, ຫຼື ບໍ່ຕ້ອງໃສ່.',
      },
    },
  ])

/** What lies outside one's areas and what does not exist get the same answer. */
export const notFound = (what: Thing): RequestError =>
  new RequestError('not-found', {
    en: `There is no such ${what}, or it lies outside your areas.`,
    lo: `ບໍ່ມີ${things[what]}ນີ້, ຫຼື ຢູ່ນອກເຂດຂອງທ່ານ.`,
  })
