import { afterAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { deadLetterList, redriveAnswer } from '../../shared/contracts/dead-letters.ts'
import { deadLetterKindWords, deadLetterReasonWords } from '../../shared/domain/dead-letter-words.ts'
import { deadLetterQueueNames } from '../../shared/domain/dead-letter.ts'
import { endBrowser, everyLook, openConsole, type Visitor } from './support/open-console.ts'

afterAll(endBrowser)

const said = {
  lo: {
    none: 'ບໍ່ມີວຽກຄ້າງ.',
    again: 'ເຮັດອີກ',
    queue: 'SMS ດ່ວນ: 2 ວຽກ',
    all: 'ເຮັດທັງໝົດຂອງ «SMS ດ່ວນ» ອີກ',
    moved: 'ສົ່ງກັບ 1, ຍັງເຫຼືອ 1.',
  },
  en: {
    none: 'Nothing was given up.',
    again: 'Do it again',
    queue: 'Urgent SMS: 2 waiting',
    all: 'Do all of “Urgent SMS” again',
    moved: '1 went back, 1 are left.',
  },
} as const

const inWords = ({ en, lo }: { en: string; lo: string }) => ({ en, lo })

const letterOf = (messageId: string) => ({
  messageId,
  work: { kind: 'send-second-wave', ...inWords(deadLetterKindWords['send-second-wave']) },
  alertId: '0123456789abcdef0123456789abcdef',
  version: 1,
  district: '1309',
  village: '1309901',
  importId: null,
  exportId: null,
  reason: {
    kind: 'no-answer',
    function: 'send-sms',
    error: null,
    ...inWords(deadLetterReasonWords['no-answer']),
  },
  failures: 3,
  firstFailedAtIso: '2026-11-22T03:05:00+07:00',
  lastFailedAtIso: '2026-11-22T03:25:00+07:00',
  receives: 4,
  sentAtIso: '2026-11-22T03:25:00+07:00',
  unreadable: false,
})

/** Two letters lie behind one queue, as the API would list them; none of this machine's work fails on demand. */
const withLetters = async (visitor: Visitor): Promise<unknown[]> => {
  const redriven: unknown[] = []
  const list = deadLetterList.parse({
    queues: deadLetterQueueNames.map((queue) => ({
      queue,
      waiting: queue === 'urgent' ? 2 : 0,
      messages: queue === 'urgent' ? [letterOf('one'), letterOf('two')] : [],
    })),
    truncated: true,
  })
  await visitor.page.route('**/v1/dead-letters', (route) => route.fulfill({ json: list }))
  await visitor.page.route('**/v1/dead-letters/redrive', async (route) => {
    redriven.push(route.request().postDataJSON())
    const answer: z.infer<typeof redriveAnswer> = { queue: 'urgent', moved: 1, left: 1, notFound: [] }
    await route.fulfill({ json: redriveAnswer.parse(answer) })
  })
  return redriven
}

describe('work that was given up', () => {
  it.each(everyLook)('is told with its reason and done again, in $language on a $screen', async (look) => {
    const words = said[look.language]
    const visitor = await openConsole({ as: 'admin', ...look })
    const { page } = visitor
    await visitor.open('/dead-letters')
    await page.getByText(words.none, { exact: true }).waitFor()
    await visitor.checkScreen()
    const redriven = await withLetters(visitor)
    await visitor.open('/dead-letters')
    await page.getByRole('heading', { name: words.queue, exact: true }).waitFor()
    await visitor.checkScreen()

    await page.getByRole('button', { name: words.again, exact: true }).first().click()
    await page.getByText(words.moved, { exact: true }).waitFor()
    await page.getByRole('button', { name: words.all, exact: true }).click()
    await expect.poll(() => redriven.length).toBe(2)

    expect(redriven).toEqual([{ queue: 'urgent', messageIds: ['one'] }, { queue: 'urgent' }])
    await visitor.checkScreen()
    await visitor.picture(`dead-letters-${look.language}-${look.screen}`)
    await visitor.end()
  })

  it('is nothing for an officer', async () => {
    const visitor = await openConsole({ as: 'officer.champhone', screen: 'phone' })

    await visitor.open('/dead-letters')

    await visitor.page.getByText('You may not see this page.', { exact: true }).waitFor()
    await visitor.checkScreen()
    await visitor.end()
  })
})
