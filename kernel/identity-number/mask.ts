/** Masks (脱敏): how personal numbers and names are shown where they need not be read. @practice domain 19.5 */
import { compact } from './half-width.ts'
import { normalisePhone } from './phone.ts'
import { COMPOUND_SURNAMES } from './surnames.ts'

/** 140399********0012. Anything that is not 18 characters long is hidden whole. */
export function maskIdNumber(number: string): string {
  const plain = compact(number)
  return plain.length === 18 ? `${plain.slice(0, 6)}********${plain.slice(-4)}` : '*'.repeat(8)
}

/** 张*, 欧阳*; 阿*·* for names in parts. The number of hidden characters is not shown. */
export function maskName(name: string): string {
  const plain = name.trim().replace(/[•・‧･]/gu, '·')
  const characters = Array.from(plain)
  if (characters.length === 0) return ''
  if (plain.includes('·')) return `${characters[0] === '·' ? '' : characters[0]}*·*`
  const surname = characters.slice(0, 2).join('')
  return characters.length > 2 && COMPOUND_SURNAMES.has(surname) ? `${surname}*` : `${characters[0]}*`
}

/** 138****1234; a landline keeps its area code and last three digits; public short and service numbers are shown. */
export function maskPhone(phone: string): string {
  const read = normalisePhone(phone)
  if (!read.ok) return '*'.repeat(7)
  const national = read.value.e164.slice(3)
  switch (read.value.kind) {
    case 'mobile':
      return `${national.slice(0, 3)}****${national.slice(-4)}`
    case 'landline': {
      const area = /^(?:10|2\d|[3-9]\d{2})/u.exec(national)?.[0] ?? ''
      return `0${area}-****${national.slice(-3)}`
    }
    case 'service':
    case 'short':
      return national
  }
}

/** ****1234 of a bank account (银行账号) */
export function maskAccount(account: string): string {
  const plain = compact(account)
  return plain.length >= 8 ? `****${plain.slice(-4)}` : '****'
}
