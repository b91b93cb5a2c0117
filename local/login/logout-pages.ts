import type { KoaContextWithOIDC } from 'oidc-provider'
import { issuerPage } from './issuer-page.ts'

const show = (ctx: KoaContextWithOIDC, title: string, content: string): void => {
  ctx.type = 'html'
  ctx.body = issuerPage(title, content)
}

/**
 * Asks before it signs somebody out, as another page could have led them here; the provider's own pages ask for a font
 * of the web, which a machine without a network does not get.
 */
export const logoutPages = {
  logoutSource: (ctx: KoaContextWithOIDC, form: string): void => {
    show(
      ctx,
      'Sign out of the local run',
      `<p>The console has forgotten you already. End the sign-in too, so that the next person chooses anew?</p>
<p lang="lo">ໜ້າຈໍລືມທ່ານແລ້ວ. ອອກຈາກລະບົບນີ້ນຳບໍ່, ເພື່ອໃຫ້ຄົນຕໍ່ໄປເລືອກໃໝ່?</p>
${form}
<button autofocus type="submit" form="op.logoutForm" name="logout" value="yes"><b>Sign out</b></button>
<button type="submit" form="op.logoutForm">Stay signed in</button>`,
    )
  },
  postLogoutSuccessSource: (ctx: KoaContextWithOIDC): void => {
    show(ctx, 'Signed out', '<p>You may close this page.</p>')
  },
}
