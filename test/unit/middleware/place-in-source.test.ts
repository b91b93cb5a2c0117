import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'siang-place-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A function that fails and tells its stack, bundled as functions are: small, its map beside it without a word. */
const bundleFailing = async (name: string, sourcemap: 'external' | false) => {
  const outfile = join(folder, name, 'index.mjs')
  await build({
    stdin: {
      contents:
        "import { safeError } from '../../../shared/middleware/safe-error.ts'\n" +
        'const fail = () => {\n' +
        "  throw new Error('made to fail')\n" +
        '}\n' +
        'export const tell = () => {\n  try {\n    fail()\n  } catch (error) {\n    return safeError(error).stack\n  }\n}\n',
      resolveDir: import.meta.dirname,
      sourcefile: 'failing.ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    minify: true,
    sourcemap,
  })
  const script = `const { tell } = await import(${JSON.stringify(outfile)}); process.stdout.write(JSON.stringify(tell()))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
  return z.array(z.string()).parse(JSON.parse(stdout))
}

test('a line of the stack names its place in the source', async () => {
  const stack = await bundleFailing('with-map', 'external')

  expect(stack[0]).toMatch(/failing\.ts:3:\d+/)
})

test('without the map it names the place in the bundle', async () => {
  const stack = await bundleFailing('without-map', false)

  expect(stack[0]).toMatch(/index\.mjs:\d+:\d+/)
})
