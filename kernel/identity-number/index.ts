/** Numbers that stand for people and bodies (公民身份号码、统一社会信用代码、电话): checks, one kept form, masks. Pure. */
export * from './credit-code.ts'
export { compact, toHalfWidth } from './half-width.ts'
export * from './id-number.ts'
export * from './mask.ts'
export * from './phone.ts'
export { identityNumberTexts } from './texts.ts'
