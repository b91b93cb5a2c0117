import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openOutbox, readOutbox } from '../../../../local/sns/outbox.ts'
import { newFolder } from '../../../integration/local/new-folder.ts'

const newFile = () => join(newFolder('outbox'), 'outbox.jsonl')
const entry = (messageId: string) => ({
  messageId,
  phone: '+8562055123456',
  text: 'ສອງ\nແຖວ',
  senderId: 'SIANG',
  smsType: 'Transactional',
  acceptedAtIso: '2026-11-21T08:00:00.000Z',
})

describe('the outbox', () => {
  test('has a line for each SMS once append has resolved', async () => {
    const file = newFile()
    const outbox = openOutbox(file)

    await Promise.all([outbox.append(entry('1')), outbox.append(entry('2'))])
    await outbox.append(entry('3'))

    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4)
    expect(readOutbox(file)).toEqual([entry('1'), entry('2'), entry('3')])
    outbox.close()
  })

  test('goes on where it was, without the line that a kill left unfinished', async () => {
    const file = newFile()
    const before = openOutbox(file)
    await before.append(entry('1'))
    before.close()
    appendFileSync(file, '{"messageId":"2","pho')

    const after = openOutbox(file)
    await after.append(entry('3'))

    expect(after.entries).toEqual([entry('1'), entry('3')])
    expect(readOutbox(file)).toEqual([entry('1'), entry('3')])
    after.close()
  })

  test('is empty before the first SMS', () => {
    expect(readOutbox(newFile())).toEqual([])
  })
})
