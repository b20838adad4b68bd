/** Form descriptions and their check (表单): one description draws, checks and documents a form. */
export * from '#kernel/form/check.ts'
export * from '#kernel/form/field.ts'
export { formTexts, issueText } from '#kernel/form/texts.ts'
export { holds, visibleFields } from '#kernel/form/visible.ts'
