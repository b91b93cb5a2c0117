import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { auditAnchor } from '../contracts/audit.ts'
import type { AuditAnchor, StoredAnchor } from '../domain/audit-anchor.ts'
import { canonicalJson } from '../domain/canonical-json.ts'

/** What of the audit was anchored: an object for each day, which the bucket lets nobody change where it has a lock. */
export type AnchorStore = ReturnType<typeof createAnchorStore>

const prefix = 'anchors/'
const keyOf = (day: string): string => `${prefix}${day}.json`
const dayOf = (key: string | undefined): string | undefined =>
  /^anchors\/(\d{4}-\d{2}-\d{2})\.json$/.exec(key ?? '')?.[1]

const isNamed = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name)

export const createAnchorStore = (client: S3Client, bucket: string) => {
  const listDays = async (): Promise<string[]> => {
    const days: string[] = []
    let token: string | undefined
    do {
      // oxlint-disable-next-line no-await-in-loop -- each page begins where the last one ended
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
      )
      days.push(...(page.Contents ?? []).flatMap(({ Key }) => dayOf(Key) ?? []))
      token = page.NextContinuationToken
    } while (token !== undefined)
    return days.toSorted()
  }

  const read = async (day: string): Promise<StoredAnchor | undefined> => {
    try {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(day) }))
      const text = (await answer.Body?.transformToString()) ?? ''
      return { anchor: auditAnchor.parse(JSON.parse(text)), text }
    } catch (error) {
      if (isNamed(error, 'NoSuchKey', 'NotFound')) return undefined
      throw error
    }
  }

  return {
    /** Days that have an anchor, oldest first. */
    listDays,

    /** Throws where the object is no anchor. */
    read,

    findLatest: async (): Promise<StoredAnchor | undefined> => {
      const day = (await listDays()).at(-1)
      return day === undefined ? undefined : read(day)
    },

    /** Writes an anchor where its day has none; false where it has one. A bucket with a lock asks for a checksum. */
    put: async (anchor: AuditAnchor): Promise<boolean> => {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: keyOf(anchor.day),
            Body: canonicalJson(anchor),
            ContentType: 'application/json',
            ChecksumAlgorithm: 'SHA256',
            IfNoneMatch: '*',
          }),
        )
        return true
      } catch (error) {
        if (isNamed(error, 'PreconditionFailed', 'ConditionalRequestConflict')) return false
        throw error
      }
    },
  }
}
