import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { buildApp } from 'fauxqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AuditAnchor } from '../../../shared/domain/audit-anchor.ts'
import { createAnchorStore, type AnchorStore } from '../../../shared/store/anchor-store.ts'

let store: AnchorStore
let stop: () => Promise<void>
beforeAll(async () => {
  const app = buildApp({ logger: false })
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 })
  const client = new S3Client({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  await client.send(new CreateBucketCommand({ Bucket: 'anchors' }))
  store = createAnchorStore(client, 'anchors')
  stop = async () => {
    client.destroy()
    app.server.closeAllConnections()
    await app.close()
  }
})
afterAll(() => stop())

const anchorOf = (day: string): AuditAnchor => ({
  schemaVersion: 1,
  day,
  madeAtIso: `${day}T00:10:00+07:00`,
  heads: [{ chain: `day#${day}`, sequence: 1, hash: 'h' }],
  previous: null,
})

it('gives back each anchor as it was put, the latest by its day', async () => {
  expect(await store.findLatest()).toBeUndefined()

  await store.put(anchorOf('2026-11-20'))
  await store.put(anchorOf('2026-11-21'))

  expect(await store.listDays()).toEqual(['2026-11-20', '2026-11-21'])
  expect((await store.findLatest())?.anchor).toEqual(anchorOf('2026-11-21'))
  expect((await store.read('2026-11-20'))?.anchor).toEqual(anchorOf('2026-11-20'))
  expect(await store.read('2026-11-19')).toBeUndefined()
})
