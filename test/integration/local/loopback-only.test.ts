import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sample, startSample } from './start-sample.ts'

let sample: Sample

beforeAll(async () => {
  sample = await startSample()
})
afterAll(() => sample.end())

/** Addresses on which this machine listens, as Linux lists them: `0100007F:1F90` is 127.0.0.1:8080. */
const listening = () =>
  ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => state === '0A')
    .map(([, address = '']) => address.split(':'))

test.runIf(process.platform === 'linux')('nothing of a local run listens but on 127.0.0.1', () => {
  const { origin, issuerOrigin, endpoints } = sample.run
  const ports = [origin, issuerOrigin, ...Object.values(endpoints)].map((url) => Number(new URL(url).port))

  const addresses = ports.map((port) =>
    listening()
      .filter(([, hex = '']) => Number.parseInt(hex, 16) === port)
      .map(([address]) => address),
  )

  expect(addresses).toEqual(ports.map(() => ['0100007F']))
})
