import { describe, expect, test } from 'vitest'
import { findCards } from '../../../../local/phones/find-cards.ts'

const entry = (phone: string, text: string, messageId = text) => ({
  messageId,
  phone,
  text,
  senderId: 'SIANG',
  smsType: 'Transactional',
  acceptedAtIso: '2026-11-21T08:00:00.000Z',
})
const entries = [
  entry('+8562055000001', 'first'),
  entry('+8562055000002', 'ນ້ຳຖ້ວມ'),
  entry('+8562055000001', 'second'),
]

describe('the cards on the wall of phones', () => {
  test('stand with the newest SMS first, one for each phone', () => {
    const cards = findCards(entries, '')

    expect(cards.map(({ phone, count }) => [phone, count])).toEqual([
      ['+8562055000001', 2],
      ['+8562055000002', 1],
    ])
    expect(cards[0]?.messages.map(({ text, parts }) => [text, parts])).toEqual([
      ['second', 1],
      ['first', 1],
    ])
  })

  test.each([
    ['020 5500 0002', ['+8562055000002']],
    ['+856 20 55000002', ['+8562055000002']],
    ['5500000', ['+8562055000001', '+8562055000002']],
    ['ນ້ຳ', ['+8562055000002']],
    ['SECOND', ['+8562055000001']],
    ['nothing', []],
  ])('are found by %j', (search, phones) => {
    expect(findCards(entries, search).map(({ phone }) => phone)).toEqual(phones)
  })

  test('are at most 200, with at most 5 messages each', () => {
    const many = Array.from({ length: 3000 }, (_item, index) =>
      entry(`+85620550${String(index % 300).padStart(5, '0')}`, String(index)),
    )

    const cards = findCards(many, '')

    expect(cards).toHaveLength(200)
    expect(cards[0]).toMatchObject({ phone: '+8562055000299', count: 10 })
    expect(cards[0]?.messages).toHaveLength(5)
  })
})
