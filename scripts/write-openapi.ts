import { writeFileSync } from 'node:fs'
import { readOpenApiDocument } from './read-contracts.ts'

// node scripts/write-openapi.ts FILE: synthesis puts the document beside the bundle of the function that serves it.
const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Name the file to write.')
writeFileSync(file, JSON.stringify(await readOpenApiDocument()))
