import { describe, expect } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import {
  alertBody,
  alertUsers,
  issueAlert,
  newKey,
  phoneOf,
  readVillage,
  villageWith,
} from '../../support/alert-samples.ts'
import { createAlertWorld } from '../../support/alert-world.ts'
import { it } from '../../support/world-test.ts'
import { seed, template, textTo } from '../../support/flood-template.ts'

describe('a village of the board', () => {
  it('shows what its people get, in their languages, and what is read out there', async ({ world }) => {
    await seed(world)
    const alertId = await issueAlert(world, { texts: undefined, template })
    await world.drain()

    const { texts } = await readVillage(world, alertId, '1308001')

    expect(texts.map(({ language, recipients }) => [language, recipients])).toEqual([
      ['lo', 1],
      ['en', 1],
    ])
    expect(texts[1]?.text).toBe(textTo(world, phoneOf('1308002', 0)))
    expect(texts[1]?.text).toContain('Temple hill')
    expect(texts[1]?.script).toMatch(/^EXERCISE\. .*Temple hill.* EXERCISE\.$/)
    expect(texts[0]?.script).toMatch(/^ຝຶກຊ້ອມ\. .*ວັດໜອງສູງ.* ຝຶກຊ້ອມ\.$/)
    expect(JSON.stringify(texts)).not.toMatch(/\{\w+\}/)
  })

  it('shows what to read out where nobody gets an SMS', async ({ world }) => {
    await seed(world)
    await world.seedVillages([villageWith('1308004', 0)])
    const alertId = await issueAlert(world, { texts: undefined, template })
    await world.drain()

    const { texts } = await readVillage(world, alertId, '1308004')

    expect(texts.map(({ language, recipients }) => [language, recipients])).toEqual([
      ['lo', 0],
      ['en', 0],
    ])
    expect(JSON.stringify(texts)).not.toMatch(/\{\w+\}/)
  })
})

describe('a district whose desk has no number', () => {
  const { expiresAtIso: _, ...previewed } = alertBody
  const texts = { en: 'FLOOD WARNING. Phone {desk}.', lo: 'ເຕືອນໄພນ້ຳຖ້ວມ. ໂທ {desk}.' }

  it('gets the one of the stage, which is said before and stands in the SMS', async ({ tables }) => {
    const world = createAlertWorld(tables, { fallbackDesk: '1195' })
    await world.seedUsers(alertUsers)
    await world.seedVillages([villageWith('1308001', 1), villageWith('1309001', 1)])
    await world.summaries.setDeskPhone('1309', '041 212 345')

    const told = await world.api.ok(alertRoutes.previewAlert, {
      user: 'province',
      body: { ...previewed, areas: ['1308', '1309'], texts },
    })
    await issueAlert(world, { areas: ['1308', '1309'], texts })
    await world.drain()

    expect(told.body).toMatchObject({ districtsWithoutDesk: ['1308'], fallbackDesk: '1195' })
    expect(textTo(world, phoneOf('1308001', 0))).toContain('1195')
    expect(textTo(world, phoneOf('1309001', 0))).toContain('041 212 345')
  })

  it('keeps such a text from being a draft where the stage has none either', async ({ world }) => {
    await world.seedVillages([villageWith('1308001', 1)])

    const problem = await world.api.refused(alertRoutes.createAlert, {
      user: 'officer',
      body: { ...alertBody, texts },
      headers: newKey(),
    })

    expect(problem).toMatchObject({ code: 'invalid-request', errors: [{ path: 'body.areas' }] })
  })

  it('is rung with the safe place that its SMS named beside a text that names no other', async ({
    world,
  }) => {
    await seed(world)
    await world.seedVillages([villageWith('1308004', 0, { safePlaceEn: 'Temple hill' })])
    const alertId = await issueAlert(world, { texts: undefined, template })
    await world.drain()

    const { body } = await world.api.ok(alertRoutes.getCallList, { user: 'officer', params: { alertId } })

    expect(body.script.en).toContain('to the safe place of your village by')
    expect(body.villages).toMatchObject([{ village: '1308004', safePlaceEn: 'Temple hill' }])
  })
})
