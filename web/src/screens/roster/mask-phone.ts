/** A number as one shows it where others look on: its country and last two digits, as the API masks them. */
export const maskPhone = (phone: string): string => {
  const [, hidden = '', last = ''] = /^\+856(\d{4,})(\d{2})$/.exec(phone) ?? []
  return hidden === '' ? '********' : `+856${'*'.repeat(hidden.length)}${last}`
}

/** `020 55 123 456` for a mobile number of Laos in E.164, as people read it out; others as they stand. */
export const readablePhone = (phone: string): string =>
  phone.replace(/^\+856(20|30)(\d{1,2})(\d{3})(\d{3})$/, '0$1 $2 $3 $4')
