import { Logger } from '@aws-lambda-powertools/logger'
import { afterEach, expect, test, vi } from 'vitest'
import { alertRoutes } from '../../../shared/contracts/alert-routes.ts'
import {
  alertBody,
  alertUsers,
  issueAlert,
  newKey,
  phoneOf,
  villageWith,
} from '../../support/alert-samples.ts'
import { createAlertWorld } from '../../support/alert-world.ts'
import { startTables } from '../../support/dynalite.ts'
import { failOnce } from '../../support/fail-once.ts'
import { lambdaContext } from '../../support/http-event.ts'
import { sqsEvent } from '../../support/queues.ts'

afterEach(() => vi.restoreAllMocks())

/** Everything that goes to the two streams of the process, which is what CloudWatch keeps. */
const captureOutput = (): string[] => {
  const lines: string[] = []
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      lines.push(String(chunk))
      return true
    })
  }
  return lines
}

test('no number, name, text or token is ever logged, whatever goes wrong', async () => {
  const tables = await startTables()
  const lines = captureOutput()
  const world = createAlertWorld(tables, { logger: new Logger({ serviceName: 'test', logLevel: 'DEBUG' }) })
  await world.seedUsers(alertUsers)
  await world.seedVillages([villageWith('1308001', 4)])
  const phones = [0, 1, 2, 3].map((member) => phoneOf('1308001', member))
  for (const [index, kind] of (['rejected', 'unknown', 'failed'] as const).entries()) {
    world.phones.answer(phones[index] ?? '', { kind, code: 'Made' })
  }

  await issueAlert(world)
  failOnce(world.deps.dispatches, 'change', 'before', 1)
  vi.spyOn(world.deps.smsIndex, 'put').mockRejectedValueOnce(
    new Error(`${phones[0] ?? ''} and 020 55 123 456 are not valid to publish to`),
  )
  await world.drain()
  await world.tickAfter(130)
  await world.drain()
  await world.handlers
    .sendSms(sqsEvent([phones[1], { phone: phones[2] }, 'x']), lambdaContext())
    .catch(() => {})
  await world.api.call(alertRoutes.createAlert, {
    user: 'officer',
    body: { ...alertBody, areas: [phones[0]], texts: { lo: 'ຄວາມລັບ' } },
    headers: { ...newKey(), authorization: 'Bearer secret-token' },
  })
  await world.api.call(alertRoutes.createAlert, {
    user: 'officer',
    body: `{"broken ${phones[0] ?? ''}`,
    headers: newKey(),
  })
  await tables.stop()

  const output = lines.join('')
  expect(output).toContain('SEND_STEP_FAILED')
  expect(output).toContain('DELIVERIES_IN_DOUBT')
  expect(output).toContain('HTTP_REQUEST_REFUSED')
  for (const secret of [
    ...phones,
    ...phones.map((phone) => phone.slice(4)),
    '55 123 456',
    'ເຕືອນໄພ',
    'FLOOD',
  ]) {
    expect(output).not.toContain(secret)
  }
  for (const secret of ['ຄວາມລັບ', 'Made-up Person', 'secret-token']) expect(output).not.toContain(secret)
})
