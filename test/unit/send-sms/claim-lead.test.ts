import { describe, expect, it } from 'vitest'
import { createClaimLead } from '../../../functions/send-sms/claim-lead.ts'

describe('the lead of a sender before its first slot', () => {
  it('grows at once with a slow claim and shrinks slowly with quick ones', () => {
    const lead = createClaimLead()

    lead.took(120)
    const afterSlow = lead.ms()
    lead.took(10)
    const afterOneQuick = lead.ms()
    for (let claim = 0; claim < 100; claim += 1) lead.took(10)

    expect(afterSlow).toBeGreaterThanOrEqual(120)
    expect(afterOneQuick).toBeGreaterThan(100)
    expect(lead.ms()).toBe(30)
  })

  it('has bounds: one claim that hung takes no second from everybody', () => {
    const lead = createClaimLead()

    lead.took(20_000)

    expect(lead.ms()).toBe(400)
  })
})
