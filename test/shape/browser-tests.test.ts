import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** A look at the screen as it is at this moment, before a late answer is there. */
const lookAtOnce =
  /expect\(\s*await (?:(?!\)\s*\.(?:not|to))[\s\S])*?\.(?:count|isVisible|isChecked|isDisabled|isEnabled|innerText|allInnerTexts|inputValue|getAttribute)\(/g

describe('tests in a browser', () => {
  it('wait for what they expect on the screen by expect.poll: what comes with a late answer is not there yet', () => {
    const files = globSync('test/browser/**/*.test.ts', { cwd: root })
    const impatient = files.flatMap((file) =>
      Array.from(
        readFileSync(join(root, file), 'utf8').matchAll(lookAtOnce),
        ([found]) => `${file}: ${found}`,
      ),
    )

    expect(files.length).toBeGreaterThan(20)
    expect(impatient).toEqual([])
  })
})
