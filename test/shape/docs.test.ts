import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { allRoutes } from '../../shared/contracts/all-routes.ts'
import { rosterColumns } from '../../shared/domain/roster/roster-columns.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const documents = globSync('{*,{docs,functions,infra,local,shared,test}/**/*}.md', { cwd: root }).toSorted()
const withoutCode = (text: string): string =>
  text.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')

/** A heading's anchor as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const anchorsOf = (path: string): string[] =>
  [...read(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

/** Links of a document to places in the project, resolved from where it stands. */
const linksOf = (path: string): { file: string; anchor: string | undefined }[] =>
  [...withoutCode(read(path)).matchAll(/\]\((?!https?:|mailto:)([^)\s]*)\)/g)].map(([, target = '']) => {
    const [file = '', anchor] = target.split('#')
    return { file: file === '' ? path : join(dirname(path), file), anchor }
  })

describe('the documents', () => {
  it.each(documents)('%s links to nothing that is not there', (path) => {
    const broken = linksOf(path).filter(
      ({ file, anchor }) =>
        !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(file).includes(anchor)),
    )

    expect(broken).toEqual([])
  })

  it('name no npm script that is not there', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')))
    const named = documents.flatMap((path) =>
      [...read(path).matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, script = '']) => script),
    )

    expect(named).toContain('demo')
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([])
  })

  it('name every route of the API', () => {
    const told = read('docs/api.md')

    const untold = allRoutes.filter(({ method, path }) => !new RegExp(`\`${method} ${path}[\`?]`).test(told))

    expect(untold.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })

  it('name every column of a roster file', () => {
    const told = read('docs/roster-files.md')

    expect(rosterColumns.filter((column) => !told.includes(`\`${column}\``))).toEqual([])
  })

  it('list every decision', () => {
    const index = read('docs/adr/README.md')
    const decisions = globSync('[0-9]*.md', { cwd: join(root, 'docs/adr') })

    expect(decisions.length).toBeGreaterThan(0)
    expect(decisions.filter((file) => !index.includes(`](${file})`))).toEqual([])
  })
})
