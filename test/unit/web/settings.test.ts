import { describe, expect, it } from 'vitest'
import { draftPath } from '../../../web/src/screens/settings/kept-drafts.ts'

describe('a draft on the device', () => {
  it('leads back to where it was written', () => {
    const paths = [
      'new',
      'edit.1a',
      'update.1a',
      'all-clear.1a.new',
      'schedule.new',
      'schedule.1a.3',
      'other.1a',
    ].map((name) => draftPath({ name }))

    expect(paths).toEqual([
      '/alerts/new',
      '/alerts/new?edit=1a',
      '/alerts/1a/update',
      '/alerts/1a/all-clear',
      '/schedules/new',
      '/schedules/1a/edit',
      undefined,
    ])
  })
})
