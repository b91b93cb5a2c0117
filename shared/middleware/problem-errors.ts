import type { Logger } from '@aws-lambda-powertools/logger'
import type { MiddlewareObj } from '@middy/core'
import type { Problem } from '../contracts/problem.ts'
import type { Language } from '../domain/village.ts'
import type { Words } from '../domain/wording.ts'
import { problemStatuses, RequestError, type ProblemCode } from '../errors.ts'
import type { ApiEvent, ApiResult } from './api-types.ts'
import { preferLanguage } from './prefer-language.ts'
import { safeError } from './safe-error.ts'

const titles: Readonly<Record<ProblemCode, Words>> = {
  'not-signed-in': { en: 'Not signed in', lo: 'ຍັງບໍ່ໄດ້ເຂົ້າສູ່ລະບົບ' },
  'not-a-user': { en: 'Not a user of Siang', lo: 'ຍັງບໍ່ແມ່ນຜູ້ໃຊ້' },
  'not-allowed': { en: 'Not allowed', lo: 'ບໍ່ມີສິດ' },
  'not-found': { en: 'Not found', lo: 'ບໍ່ພົບ' },
  'needs-another-person': { en: 'Another person is needed', lo: 'ຕ້ອງແມ່ນຄົນອື່ນ' },
  'wrong-state': { en: 'Not possible in this state', lo: 'ເຮັດບໍ່ໄດ້ໃນສະຖານະນີ້' },
  'changed-meanwhile': { en: 'Changed meanwhile', lo: 'ຖືກປ່ຽນໃນລະຫວ່າງນີ້' },
  'head-count-changed': { en: 'Other recipients than shown', lo: 'ຈຳນວນຜູ້ຮັບປ່ຽນໄປ' },
  'alert-live': { en: 'An alert is live here', lo: 'ມີຄຳເຕືອນຢູ່ບ່ອນນີ້ແລ້ວ' },
  'actual-alert-live': { en: 'An actual alert is live here', lo: 'ມີຄຳເຕືອນຈິງຢູ່ບ່ອນນີ້' },
  'break-glass-refused': { en: 'Not by break-glass', lo: 'ອອກຄົນດຽວບໍ່ໄດ້' },
  'monthly-limit': { en: 'Enough messages this month', lo: 'ຄົບຈຳນວນຂໍ້ຄວາມຂອງເດືອນນີ້' },
  'budget-exceeded': { en: 'The budget is not enough', lo: 'ງົບບໍ່ພໍ' },
  'already-a-user': { en: 'A user already', lo: 'ເປັນຜູ້ໃຊ້ແລ້ວ' },
  'last-admin': { en: 'The last admin of the country', lo: 'ຜູ້ດູແລຄົນສຸດທ້າຍຂອງປະເທດ' },
  'ceiling-reached': { en: 'Too many recipients within an hour', lo: 'ຜູ້ຮັບຫຼາຍເກີນໄປໃນໜຶ່ງຊົ່ວໂມງ' },
  'edited-meanwhile': { en: 'Edited meanwhile', lo: 'ຖືກແກ້ໄຂໃນລະຫວ່າງນີ້' },
  'body-too-large': { en: 'Body too large', lo: 'ຂໍ້ມູນໃຫຍ່ເກີນໄປ' },
  'unsupported-media-type': { en: 'Unsupported media type', lo: 'ຮັບຂໍ້ມູນແບບນີ້ບໍ່ໄດ້' },
  'malformed-json': { en: 'Malformed JSON', lo: 'ອ່ານ JSON ບໍ່ໄດ້' },
  'invalid-request': { en: 'Invalid request', lo: 'ຄຳຂໍມີບ່ອນຜິດ' },
  'idempotency-key-reused': { en: 'Idempotency key used before', lo: 'ກະແຈຖືກໃຊ້ແລ້ວ' },
  'actual-not-allowed': { en: 'Actual alerts are not allowed here', lo: 'ບ່ອນນີ້ສົ່ງຄຳເຕືອນຈິງບໍ່ໄດ້' },
  'template-unreviewed': { en: 'Template not reviewed', lo: 'ແມ່ແບບຍັງບໍ່ມີໃຜຮັບຮອງ' },
  'no-recipients': { en: 'Nobody to send to', lo: 'ບໍ່ມີໃຜຮັບ' },
  'file-refused': { en: 'File refused', lo: 'ຮັບໄຟລ໌ບໍ່ໄດ້' },
  'if-match-required': { en: 'If-Match required', lo: 'ຕ້ອງມີ If-Match' },
  internal: { en: 'Something failed here', lo: 'ລະບົບຂັດຂ້ອງ' },
  'audit-unavailable': { en: 'The audit cannot be written', lo: 'ຂຽນບັນທຶກການໃຊ້ບໍ່ໄດ້' },
}

/** Faults that the JSON parser of middy reports by HTTP status alone. */
const ofParser: Readonly<Record<number, RequestError>> = {
  415: new RequestError(
    'unsupported-media-type',
    { en: 'Send the body as application/json.', lo: 'ສົ່ງເນື້ອໃນເປັນ application/json.' },
    [
      {
        path: 'headers.content-type',
        message: { en: 'Must be application/json.', lo: 'ຕ້ອງແມ່ນ application/json.' },
      },
    ],
  ),
  422: new RequestError(
    'malformed-json',
    {
      en: 'The body is not well-formed JSON. Nothing was changed.',
      lo: 'ເນື້ອໃນບໍ່ແມ່ນ JSON ທີ່ຖືກຕ້ອງ. ບໍ່ມີຫຍັງປ່ຽນ.',
    },
    [{ path: 'body', message: { en: 'Must be well-formed JSON.', lo: 'ຕ້ອງແມ່ນ JSON ທີ່ຖືກຕ້ອງ.' } }],
  ),
}

const asRequestError = (error: unknown): RequestError | undefined => {
  if (error instanceof RequestError) return error
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return ofParser[error.statusCode]
  }
  return undefined
}

const failed = new RequestError('internal', {
  en: 'Siang could not do this. Try again; where it goes on, give the correlation id to whoever runs Siang.',
  lo: 'ລະບົບເຮັດສິ່ງນີ້ບໍ່ໄດ້. ລອງອີກ; ຖ້າຍັງເປັນຢູ່ ໃຫ້ບອກລະຫັດນີ້ແກ່ຜູ້ດູແລລະບົບ.',
})

const toProblem = (
  { code, detail, errors, facts }: RequestError,
  correlationId: string,
  language: Language,
): ApiResult => {
  const status = problemStatuses[code]
  const body: Problem = {
    type: `urn:siang:problem:${code}`,
    title: titles[code][language],
    status,
    code,
    detail: detail[language],
    correlationId,
    errors: errors.map(({ path, message }) => ({ path, message: message[language] })),
    ...(facts === undefined ? {} : { facts }),
  }
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'content-language': language,
      vary: 'accept-language',
    },
    body: JSON.stringify(body),
  }
}

/**
 * Turns every error into problem+json in the language that the caller prefers: the caller's faults as they are, all
 * else into a fixed 500, logged once.
 */
export const problemErrors = (
  logger: Pick<Logger, 'error' | 'info'>,
): MiddlewareObj<ApiEvent, ApiResult> => ({
  onError: (request) => {
    const { routeKey, requestContext, headers } = request.event
    const correlationId = requestContext?.requestId ?? request.context.awsRequestId
    const fault = asRequestError(request.error)
    if (fault === undefined)
      logger.error('HTTP_REQUEST_FAILED', { ...safeError(request.error), routeKey, correlationId })
    else logger.info('HTTP_REQUEST_REFUSED', { code: fault.code, routeKey, correlationId })
    request.response = toProblem(fault ?? failed, correlationId, preferLanguage(headers?.['accept-language']))
  },
})
