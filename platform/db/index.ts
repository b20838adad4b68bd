export * from './sql.ts'
export * from './database.ts'
export * from './batch.ts'
