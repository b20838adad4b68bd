/** Plain days, working days, terms and clocks (日期、工作日、期限、时限). Pure: the day is always an argument. */
export * from '#kernel/calendar/calendars.ts'
export * from '#kernel/calendar/clock.ts'
export * from '#kernel/calendar/plain-date.ts'
export * from '#kernel/calendar/term.ts'
export { clockTexts } from '#kernel/calendar/texts.ts'
export * from '#kernel/calendar/work-calendar.ts'
