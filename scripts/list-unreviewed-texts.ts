import { listUnreviewedTexts } from './unreviewed-texts.ts'

const texts = await listUnreviewedTexts()
const lines = texts.map(({ catalogue, language, key }) => `${catalogue}\t${language}\t${key}`)
process.stdout.write(`${lines.join('\n')}\n${texts.length} unreviewed\n`)
