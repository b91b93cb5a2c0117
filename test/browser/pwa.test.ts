import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { createServeConsole } from '../../local/console/serve-console.ts'
import { endBrowser, openConsole, startApart } from './support/open-console.ts'

afterAll(endBrowser)

/** The worker has all that it fetches ahead, and serves this page. */
const workerReady = `navigator.serviceWorker.ready.then((found) => new Promise((done) => {
  const look = () => found.active && found.active.state === 'activated' ? done(true) : setTimeout(look, 100)
  look()
}))`

describe('the console as an app', () => {
  it('can be put on the home screen of a phone', async () => {
    const { origin } = inject('console')
    const folder = await mkdtemp(join(tmpdir(), 'siang-install-'))
    // A private window cannot install anything.
    const context = await startApart(folder)
    const page = await context.newPage()
    await page.goto(origin)
    await page.evaluate(workerReady)

    const session = await context.newCDPSession(page)
    const { errors } = await session.send('Page.getAppManifest')
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')

    expect(errors).toEqual([])
    expect(installabilityErrors).toEqual([])
    await context.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('opens where one was, deep in it, without a network, and says so in words', async () => {
    const { page, context, open, checkScreen, end } = await openConsole({
      as: 'officer.champhone',
      screen: 'phone',
      serviceWorkers: 'allow',
    })
    await open('/')
    await page.evaluate(workerReady)
    await open('/alerts')
    await page.getByRole('heading', { name: 'Alerts', exact: true }).waitFor()
    await context.setOffline(true)

    await page.reload()
    await page.getByRole('heading', { name: 'Alerts', exact: true }).waitFor()
    await page.getByText('No connection. Nothing is sent until it is back.').first().waitFor()
    await checkScreen()
    await open('/alerts/new')

    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).not.toBe('')
    await checkScreen()
    await end()
  })

  it('says without a network that a screen of the office was never opened here, and opens it when there is one', async () => {
    const { page, context, open, checkScreen, end } = await openConsole({
      as: 'admin',
      screen: 'phone',
      serviceWorkers: 'allow',
    })
    await open('/')
    await page.evaluate(workerReady)
    await open('/')
    await context.setOffline(true)

    await open('/budgets')
    await page.getByText('No connection. Nothing is sent until it is back.').first().waitFor()
    await checkScreen()
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()

    await page.getByRole('heading', { name: /^SMS budgets/ }).waitFor()
    await end()
  })

  it('offers a newer console and reloads only when the person says so', async () => {
    const { consoleFolder, issuerOrigin } = inject('console')
    const folder = await mkdtemp(join(tmpdir(), 'siang-newer-'))
    await cp(consoleFolder, folder, { recursive: true })
    let serve = createServeConsole(folder, issuerOrigin)
    const server = createServer((request, response) => serve(request, response))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of a server that listens on a port
    const { port } = server.address() as AddressInfo
    const visitor = await openConsole({ serviceWorkers: 'allow' })
    const { page } = visitor
    await page.goto(`http://127.0.0.1:${port}/`)
    await page.evaluate(workerReady)
    await page.reload()
    await page.evaluate(`window.written = 'half an alert'`)

    const worker = await readFile(join(folder, 'sw.js'), 'utf8')
    await rm(join(folder, 'sw.js.br'))
    await writeFile(join(folder, 'sw.js'), `${worker}\n// of another day`)
    serve = createServeConsole(folder, issuerOrigin)
    await page.evaluate('navigator.serviceWorker.ready.then((found) => found.update())')
    await page.getByText('A newer console is ready.').waitFor()
    await page.waitForTimeout(500)
    await expect.poll(() => page.evaluate('window.written')).toBe('half an alert')
    await page.getByRole('button', { name: 'Reload', exact: true }).click()
    await expect.poll(() => page.evaluate('window.written'), { timeout: 20_000 }).toBeUndefined()

    await expect.poll(() => page.getByText('A newer console is ready.').count()).toBe(0)
    await visitor.end()
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true, force: true })
  })
})
