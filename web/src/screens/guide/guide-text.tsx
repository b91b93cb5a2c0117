import { Fragment } from 'preact'
import type { GuideBlock, GuideLine } from '../../../read-guide.ts'
import { useWords } from '../../words/language.ts'
import { guideWords } from '../../words/guide-words.ts'

const Line = ({ line }: { line: GuideLine }) => (
  <>
    {line.map(({ text, as: Mark = Fragment }, at) => (
      <Mark key={at}>{text}</Mark>
    ))}
  </>
)

const plain = (line: GuideLine): string => line.map(({ text }) => text).join('')

/** Three columns have no room on a phone: what a word means stands below it, then what to do. */
const Table = ({ head, rows }: Extract<GuideBlock, { kind: 'table' }>) => (
  <dl class="facts">
    {rows.map(([first = [], ...others]) => (
      <div key={plain(first)}>
        <dt>
          <Line line={first} />
        </dt>
        {others.map((line, at) => (
          <dd key={at}>
            {at === 0 ? null : `${plain(head[at + 1] ?? [])}: `}
            <Line line={line} />
          </dd>
        ))}
      </div>
    ))}
  </dl>
)

const Block = ({ block, id }: { block: GuideBlock; id: string }) => {
  switch (block.kind) {
    case 'heading':
      return (
        <h2 id={id} tabIndex={-1}>
          <Line line={block.line} />
        </h2>
      )
    case 'note':
    case 'paragraph':
      return (
        <p class={block.kind === 'note' ? 'hint' : undefined}>
          <Line line={block.line} />
        </p>
      )
    case 'table':
      return <Table {...block} />
    case 'steps':
    case 'points': {
      const List = block.kind === 'steps' ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((line) => (
            <li key={plain(line)}>
              <Line line={line} />
            </li>
          ))}
        </List>
      )
    }
    default:
      return block satisfies never
  }
}

/** The guide as a page: what is in it, then all of it. */
export const GuideText = ({ blocks }: { blocks: readonly GuideBlock[] }) => {
  const say = useWords()
  return (
    <>
      <nav aria-label={say(guideWords.contents)}>
        {blocks.map((block, at) =>
          block.kind === 'heading' ? (
            <a key={at} href={`#part-${at}`}>
              <Line line={block.line} />
            </a>
          ) : null,
        )}
      </nav>
      {blocks.map((block, at) => (
        <Block key={at} block={block} id={`part-${at}`} />
      ))}
    </>
  )
}
