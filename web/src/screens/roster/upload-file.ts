import type { CallOf } from '../../api/routes.ts'

type Announced = CallOf<'POST /v1/roster-imports'>['body']

const contentTypes: Readonly<Record<string, Announced['contentType']>> = {
  csv: 'text/csv',
  gz: 'application/gzip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const mostBytes = 10 * 1024 * 1024

/** What the API is told of a file; a fault where it would refuse it, found before anything travels. */
export const announceFile = (
  file: Pick<File, 'name' | 'size'>,
): { body: Announced } | { fault: 'wrongKind' | 'tooLarge' | 'empty' } => {
  const contentType = contentTypes[(file.name.split('.').pop() ?? '').toLowerCase()]
  if (contentType === undefined) return { fault: 'wrongKind' }
  if (file.size > mostBytes) return { fault: 'tooLarge' }
  if (file.size === 0) return { fault: 'empty' }
  return { body: { fileName: file.name.slice(-200), contentType, sizeBytes: file.size } }
}

/** What became of a file on its way: `expired` where its address, or the file itself, is no longer what it was. */
export type Uploaded = 'done' | 'expired' | 'offline' | 'failed'

/** Puts a file where the API said, telling how much has travelled, from 0 to 1. Browsers set the length themselves. */
export const uploadFile = (
  file: Blob,
  { url, headers }: { url: string; headers: Readonly<Record<string, string>> },
  onProgress: (share: number) => void,
): Promise<Uploaded> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) {
      if (name.toLowerCase() !== 'content-length') request.setRequestHeader(name, value)
    }
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    )
    // A file that was changed on the disk since it was chosen fails like a lost network.
    request.addEventListener('error', () => {
      file
        .slice(0, 1)
        .arrayBuffer()
        .then(
          () => resolve('offline'),
          () => resolve('expired'),
        )
    })
    request.addEventListener('load', () => {
      if (request.status < 300) resolve('done')
      else resolve(request.status === 403 ? 'expired' : 'failed')
    })
    request.send(file)
  })
