import { describe, expect, it } from 'vitest'
import { checkContent } from '../../../shared/domain/check-content.ts'

const whole = 'FLOOD WARNING, Songkhone District: move to the school by 23/07 18:00.'

describe('the content check', () => {
  it('finds source, hazard, place, action and time', () => {
    expect(checkContent(whole, 'en', 'warning').missing).toEqual([])
  })

  it.each([
    ['source', 'FLOOD WARNING: move to the school by 23/07 18:00.'],
    ['hazard', 'Songkhone District: move to the school by 23/07 18:00.'],
    ['place', 'Flood, says the committee: move up by 23/07 18:00.'],
    ['action', 'FLOOD WARNING, Songkhone District: the school is open, 23/07 18:00.'],
    ['time', 'FLOOD WARNING, Songkhone District: move to the school.'],
  ])('misses the %s', (part, text) => {
    expect(checkContent(text, 'en', 'warning').missing).toEqual([part])
  })

  it('reads Lao however it was typed', () => {
    const typed = 'ເຕືອນໄພນໍ້າຖ້ວມ ເມືອງສອງຄອນ: ຍ້າຍໄປໂຮງຮຽນ ກ່ອນ 18:00.'

    expect(checkContent(typed, 'lo', 'warning').missing).toEqual([])
    expect(checkContent('ສະບາຍດີ', 'lo', 'warning').there).toEqual([])
  })

  it('asks a cancel for no danger and no time', () => {
    const cancel = 'CANCELLED, Songkhone District: sent in error. Tell your village.'

    expect(checkContent(cancel, 'en', 'cancel').missing).toEqual([])
  })
})
