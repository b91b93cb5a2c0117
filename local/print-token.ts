import { logIn } from './log-in.ts'

// npm run --silent token -- <username> [issuer]
const [username = 'admin', issuerOrigin = 'http://127.0.0.1:4101'] = process.argv.slice(2)

try {
  process.stdout.write(`${(await logIn(issuerOrigin, username)).accessToken}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nIs "npm start" running?\n`)
  process.exitCode = 1
}
