import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGuide } from '../../../web/read-guide.ts'

const docs = join(import.meta.dirname, '../../../docs')
const read = (name: string) => readGuide(readFileSync(join(docs, name), 'utf8'))

const kinds = (name: string) => read(name).flatMap(({ kind }) => (kind === 'note' ? [] : [kind]))

describe('the guide', () => {
  it('is read part by part, without its title and with the words alone of its links', () => {
    const blocks = readGuide(
      [
        '# Title',
        '> Of the [other](other.md) one.\n>\n> **Twice.**',
        'Say *no* **now**, see [here](here.md).',
        '## Part',
        '1. first\n2. **second**',
        '- one\n- two',
        '| word | do |\n|---|---|\n| **A** | call |',
      ].join('\n\n'),
    )

    expect(blocks).toEqual([
      { kind: 'note', line: [{ text: 'Of the ' }, { text: 'other' }, { text: ' one.' }] },
      { kind: 'note', line: [{ text: 'Twice.', as: 'strong' }] },
      {
        kind: 'paragraph',
        line: [
          { text: 'Say ' },
          { text: 'no', as: 'em' },
          { text: ' ' },
          { text: 'now', as: 'strong' },
          { text: ', see ' },
          { text: 'here' },
          { text: '.' },
        ],
      },
      { kind: 'heading', line: [{ text: 'Part' }] },
      { kind: 'steps', items: [[{ text: 'first' }], [{ text: 'second', as: 'strong' }]] },
      { kind: 'points', items: [[{ text: 'one' }], [{ text: 'two' }]] },
      {
        kind: 'table',
        head: [[{ text: 'word' }], [{ text: 'do' }]],
        rows: [[[{ text: 'A', as: 'strong' }], [{ text: 'call' }]]],
      },
    ])
  })

  it.each(['### deep', '`code`', '![a](b.png)', '1. one\nand more', '> a\n> b', '| alone |', '<b>x</b>'])(
    'is refused where it holds what its screen does not draw: %s',
    (markdown) => {
      expect(() => readGuide(markdown)).toThrow('does not know')
    },
  )

  it('has the same parts in both languages', () => {
    expect(kinds('officers-guide.lo.md')).toEqual(kinds('officers-guide.md'))
    expect(kinds('officers-guide.md').filter((kind) => kind === 'heading').length).toBeGreaterThan(5)
  })
})
