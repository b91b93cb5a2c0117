import { afterAll, describe, expect, it } from 'vitest'
import { endBrowser, everyLook, openConsole } from './support/open-console.ts'

afterAll(endBrowser)

describe('users', () => {
  it.each(everyLook)('lists who may do what, in $language on a $screen', async ({ language, screen }) => {
    const visitor = await openConsole({ as: 'admin', language, screen })
    await visitor.open('/users')

    await visitor.page.getByRole('link', { name: 'Officer of Champhone', exact: true }).waitFor()
    await visitor.page.getByText(language === 'lo' ? 'ແຕ່ລະບົດບາດເຮັດຫຍັງໄດ້' : 'What each role may do').click()

    await visitor.checkScreen()
    if (language === 'en' && screen === 'office') await visitor.picture('users')
    await visitor.end()
  })

  it('finds users by role, and says where there is none', async () => {
    const { page, open, checkScreen, end } = await openConsole({ as: 'admin', screen: 'phone' })
    await open('/users')
    await page.getByRole('link', { name: 'Viewer of Songkhone', exact: true }).waitFor()

    await page.getByLabel('Role', { exact: true }).selectOption('officer')
    await page.getByRole('link', { name: 'Viewer of Songkhone', exact: true }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Officer of Champhone', exact: true }).waitFor()

    await page.getByLabel('State', { exact: true }).selectOption('disabled')
    await page.getByText('No such user in your areas.').waitFor()
    await checkScreen()
    await end()
  })

  it('tells an officer that the page is not theirs', async () => {
    const { open, page, checkScreen, end } = await openConsole({ as: 'officer.champhone', screen: 'phone' })
    await open('/users')

    await page.getByText('You may not see this page.').waitFor()

    await checkScreen()
    await end()
  })

  it('says that nobody changes their own rights, and offers none of it', async () => {
    const { open, page, checkScreen, end } = await openConsole({ as: 'admin2' })
    await open('/users')
    await page.getByRole('link', { name: 'Second admin', exact: true }).click()

    await page.getByText(/^Nobody changes their own rights/).waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Disable this account' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Edit', exact: true }).click()

    await page.getByLabel('Name', { exact: true }).waitFor()
    await expect.poll(() => page.getByRole('group', { name: 'Roles' }).count()).toBe(0)
    await checkScreen()
    await end()
  })

  it('says every fault of an invitation at once, before anything is sent', async () => {
    const { open, page, checkScreen, end } = await openConsole({ as: 'admin', screen: 'phone' })
    await open('/users/new')

    await page.getByRole('button', { name: 'Invite somebody', exact: true }).click()

    const summary = page.getByRole('alert')
    await expect
      .poll(() => summary.getByRole('link').allInnerTexts())
      .toEqual([
        'Give a name.',
        'Give an email address.',
        'Choose at least one role.',
        'Add at least one area.',
      ])
    await checkScreen()
    await summary.getByRole('link', { name: 'Give a name.' }).click()
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('user-name')
    await end()
  })

  it('invites somebody to an area picked by name, changes them, and takes the account away', async () => {
    const { open, page, checkScreen, end } = await openConsole({ as: 'admin', screen: 'phone' })
    await open('/users/new')

    await page.getByLabel('Email', { exact: true }).fill('keo@example.la')
    await page.getByLabel('Name', { exact: true }).fill('Keo of Champhone')
    await page.getByRole('checkbox', { name: /^Viewer/ }).check()
    await page.getByLabel('Province', { exact: true }).selectOption({ label: 'Savannakhet' })
    await page.getByLabel('District', { exact: true }).selectOption({ label: 'Champhone' })
    await page.getByRole('button', { name: 'Add this area' }).click()
    await page.getByLabel('Phone', { exact: true }).fill('020 55 600 701')
    await checkScreen()
    await page.getByRole('button', { name: 'Invite somebody', exact: true }).click()
    await page.getByText('Keo of Champhone is invited.').waitFor()

    await page.getByRole('link', { name: 'Look at Keo of Champhone' }).click()
    await page.getByRole('heading', { name: 'Keo of Champhone', exact: true }).waitFor()
    await expect.poll(() => page.getByText('020 55 600 701').count()).toBe(0)
    await page.getByRole('button', { name: 'Show the number' }).click()
    await page.getByRole('link', { name: '020 55 600 701' }).waitFor()
    await checkScreen()

    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Name', { exact: true }).fill('Keo Champhone')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('heading', { name: 'Keo Champhone', exact: true }).waitFor()

    await page.getByRole('button', { name: 'Disable this account' }).click()
    await page.getByRole('button', { name: 'Yes, disable it' }).click()
    await page.getByRole('button', { name: 'Enable this account' }).waitFor()
    await checkScreen()
    await end()
  })

  it('says of two logins that they are one person’s, so that neither approves what the other wrote', async () => {
    const { open, page, checkScreen, end } = await openConsole({ as: 'admin', screen: 'phone' })
    await open('/users/new')
    await page.getByLabel('Email', { exact: true }).fill('second.login@example.la')
    await page.getByLabel('Name', { exact: true }).fill('Second login')
    await page.getByRole('checkbox', { name: /^Viewer/ }).check()
    await page.getByLabel('Province', { exact: true }).selectOption({ label: 'Savannakhet' })
    await page.getByRole('button', { name: 'Add this area' }).click()
    const other = page.getByLabel('Does the same person have another login?', { exact: true })
    await other.selectOption({ label: 'Viewer of Songkhone' })
    await checkScreen()
    await page.getByRole('button', { name: 'Invite somebody', exact: true }).click()

    await page.getByRole('link', { name: 'Look at Second login' }).click()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await expect.poll(() => other.inputValue()).toBe('00000000-0000-4000-8000-000000000006')
    await other.selectOption({ label: 'No' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').waitFor()
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await expect.poll(() => other.inputValue()).toBe('')
    await end()
  })

  it('says that somebody else was faster, loses nothing, and saves after reading again', async () => {
    const first = await openConsole({ as: 'admin' })
    const second = await openConsole({ as: 'admin2' })
    for (const { page, open } of [first, second]) {
      await open('/users')
      await page.getByRole('link', { name: 'Officer of Savannakhet', exact: true }).click()
      await page.getByRole('button', { name: 'Edit', exact: true }).click()
      await page.getByLabel('Language of notices').selectOption('en')
    }
    await first.page.getByRole('button', { name: 'Save', exact: true }).click()
    await first.page.getByText('Saved.').waitFor()

    await second.page.getByLabel('Phone', { exact: true }).fill('020 55 600 702')
    await second.page.getByRole('button', { name: 'Save', exact: true }).click()
    await second.page.getByText(/^Somebody has edited this user since you read it/).waitFor()
    await second.checkScreen()
    await second.page.getByRole('button', { name: 'Read it again' }).click()
    await second.page.getByText(/^This is theirs with what you typed/).waitFor()
    await expect
      .poll(() => second.page.getByLabel('Phone', { exact: true }).inputValue())
      .toBe('020 55 600 702')
    await second.page.getByRole('button', { name: 'Save', exact: true }).click()

    await second.page.getByText('Saved.').waitFor()
    await first.end()
    await second.end()
  })

  it('makes an admin with two persons: one asks, the other reads it in words and confirms', async () => {
    const first = await openConsole({ as: 'admin' })
    await first.open('/users/new')
    await first.page.getByLabel('Email', { exact: true }).fill('noi@example.la')
    await first.page.getByLabel('Name', { exact: true }).fill('Noi of Sekong')
    await first.page.getByRole('checkbox', { name: /^Admin/ }).check()
    await first.page.getByText(/^It takes two persons to make an admin/).waitFor()
    await first.page.getByLabel('Province', { exact: true }).selectOption({ index: 2 })
    await first.page.getByRole('button', { name: 'Add this area' }).click()
    await first.page.getByRole('button', { name: 'Invite somebody', exact: true }).click()
    await first.page.getByRole('link', { name: 'Look at Noi of Sekong' }).click()
    await first.page.getByText(/You asked for this/).waitFor()
    await expect.poll(() => first.page.getByRole('button', { name: 'Confirm these rights' }).count()).toBe(0)
    await first.checkScreen()

    const second = await openConsole({ as: 'admin2', screen: 'phone' })
    await second.open('/users')
    await second.page.getByLabel('Only those that wait for a second admin').check()
    await second.page.getByRole('link', { name: 'Noi of Sekong', exact: true }).click()
    await second.page.getByText(/^Rights asked for: Admin, /).waitFor()
    await second.checkScreen()
    await second.picture('users-second-admin')
    await second.page.getByRole('button', { name: 'Confirm these rights' }).click()

    await second.page.getByText('Waits for a second admin').waitFor({ state: 'detached' })
    await second.page.getByText(/^Admin: Keeps rosters/).waitFor()
    await first.end()
    await second.end()
  })
})
