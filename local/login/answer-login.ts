import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import { readBody } from '../http/read-body.ts'
import { escapeXml } from '../sns/escape-xml.ts'
import type { Account } from './issuer.ts'
import { issuerPage } from './issuer-page.ts'

/** The form in which one chooses whom to be: nobody but the owner of this machine can reach it. */
export function createAnswerLogin(provider: Provider, listAccounts: () => readonly Account[]) {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { params } = await provider.interactionDetails(request, response)
    const accounts = listAccounts()
    if (request.method !== 'POST') {
      write(response, 200, loginPage(accounts))
      return
    }
    const form = new URLSearchParams((await readBody(request, 10_000))?.toString() ?? '')
    const account = accounts.find(({ username }) => username === form.get('username'))
    if (account === undefined) {
      write(
        response,
        400,
        loginPage(accounts, params['client_id'] === undefined ? '' : 'Choose one of these people.'),
      )
      return
    }
    await provider.interactionFinished(request, response, { login: { accountId: account.sub } })
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch(() => {
      write(
        response,
        400,
        page(
          '<p>This sign-in has ended. Go back to where you came from and start again.</p>' +
            '<p lang="lo">ການເຂົ້າສູ່ລະບົບນີ້ໝົດເວລາແລ້ວ. ກັບຄືນ ແລະ ເລີ່ມໃໝ່.</p>',
        ),
      )
    })
  }
}

function loginPage(accounts: readonly Account[], problem = ''): string {
  const buttons = accounts.map(
    ({ username, name, description }) =>
      `<li><button name="username" value="${escapeXml(username)}"><b>${escapeXml(name)}</b> ` +
      `(${escapeXml(username)})<br>${escapeXml(description.en)}<br><span lang="lo">${escapeXml(description.lo)}</span></button></li>`,
  )
  return page(
    `<p>This is a local run on one machine with made-up people: no password is asked. Whom do you want to be?</p>` +
      `<p lang="lo">ນີ້ແມ່ນການສາທິດໃນເຄື່ອງດຽວ, ຄົນເຫຼົ່ານີ້ສົມມຸດຂຶ້ນ: ບໍ່ຕ້ອງໃຊ້ລະຫັດຜ່ານ. ທ່ານຢາກເປັນໃຜ?</p>` +
      `<p>A warning needs two officers of the same district, such as officer.songkhone and officer2.songkhone. ` +
      `<span lang="lo">ຄຳເຕືອນຕ້ອງມີເຈົ້າໜ້າທີ່ສອງຄົນຂອງເມືອງດຽວກັນ, ເຊັ່ນ officer.songkhone ແລະ officer2.songkhone.</span></p>` +
      (problem === '' ? '' : `<p role="alert">${escapeXml(problem)}</p>`) +
      `<form method="post"><ul>${buttons.join('')}</ul></form>`,
  )
}

const page = (content: string): string => issuerPage('Sign in to the local run', content)

function write(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html;charset=UTF-8', 'cache-control': 'no-store' })
  response.end(body)
}
